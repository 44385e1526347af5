import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/api/contract.ts';
import type { FieldDefinition, Interval, Person } from '../../shared/records/record-kind.ts';
import { useLanguage } from '../host/host-context.ts';
import { formatDate, formatInterval, formatNumber } from './format-date.ts';

const yesAndNo = { yes: { sv: 'Ja', en: 'Yes' }, no: { sv: 'Nej', en: 'No' } } as const;

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  empty: { color: tokens.colorNeutralForeground2 },
  rows: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

type ReferenceTitle = (id: string) => string | undefined;

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function rowText(
  fields: Readonly<Record<string, FieldDefinition>>,
  row: Readonly<Record<string, unknown>>,
  language: Language,
  referenceTitle: ReferenceTitle,
): string {
  return Object.entries(fields)
    .map(([name, cell]) => [cell.label[language], valueText(cell, row[name], language, referenceTitle)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join('. ');
}

/** A value in words, by its definition. References are shown by id where the page does not know their title. */
export function valueText(
  field: FieldDefinition,
  value: unknown,
  language: Language,
  referenceTitle: ReferenceTitle = () => undefined,
): string {
  if (value === undefined || value === null || value === '') return '';
  const text = plain(value);
  switch (field.type) {
    case 'choice':
      return field.choices[text]?.[language] ?? text;
    case 'choices':
      return list(value)
        .map((one) => field.choices[plain(one)]?.[language] ?? plain(one))
        .join(', ');
    case 'number':
      return field.scale?.[text]?.[language] ?? (typeof value === 'number' ? formatNumber(value, language) : text);
    case 'boolean':
      return (value === true ? yesAndNo.yes : yesAndNo.no)[language];
    case 'date':
      return formatDate(text, language);
    case 'dateTime':
      return formatDate(text, language, 'moment');
    case 'interval':
      return formatInterval(value as Interval, language);
    case 'person':
      return (value as Person).name;
    case 'persons':
      return (value as readonly Person[]).map((one) => one.name).join(', ');
    case 'reference':
      return referenceTitle(text) ?? text;
    case 'references':
      return list(value)
        .map((one) => referenceTitle(plain(one)) ?? plain(one))
        .join(', ');
    case 'words':
      return list(value).map(plain).join(', ');
    case 'rows':
      return (value as readonly Readonly<Record<string, unknown>>[])
        .map((row) => rowText(field.fields, row, language, referenceTitle))
        .join('\n');
    case 'text':
    case 'longText':
      return text;
  }
}

interface FieldValueProps {
  readonly field: FieldDefinition;
  readonly value: unknown;
  readonly referenceTitle?: (id: string) => string | undefined;
}

/** A field's value to read, line breaks kept; an empty one says so. */
export function FieldValue({ field, value, referenceTitle }: FieldValueProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('tab');
  const text = valueText(field, value, language, referenceTitle);
  if (text === '') return <span className={styles.empty}>{t('conflict.empty')}</span>;
  return <span className={styles.text}>{text}</span>;
}
