import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/api/contract.ts';
import type { FieldDefinition, Interval, Person } from '../../shared/records/record-kind.ts';
import { useLanguage } from '../host/host-context.ts';
import { formatDate, formatInterval, formatNumber } from './format-date.ts';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  empty: { color: tokens.colorNeutralForeground2 },
  rows: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** A value in words, by its definition. References are shown by id: pages that know the title pass `referenceTitle`. */
export function valueText(
  field: FieldDefinition,
  value: unknown,
  language: Language,
  referenceTitle: (id: string) => string | undefined = () => undefined,
): string {
  if (value === undefined || value === null || value === '') return '';
  switch (field.type) {
    case 'choice':
      return field.choices[String(value)]?.[language] ?? String(value);
    case 'choices':
      return (value as readonly string[]).map((one) => field.choices[one]?.[language] ?? one).join(', ');
    case 'number':
      return (
        field.scale?.[String(value)]?.[language] ??
        (typeof value === 'number' ? formatNumber(value, language) : String(value))
      );
    case 'boolean':
      return value === true ? { sv: 'Ja', en: 'Yes' }[language] : { sv: 'Nej', en: 'No' }[language];
    case 'date':
      return formatDate(String(value), language);
    case 'dateTime':
      return formatDate(String(value), language, 'moment');
    case 'interval':
      return formatInterval(value as Interval, language);
    case 'person':
      return (value as Person).name;
    case 'persons':
      return (value as readonly Person[]).map((one) => one.name).join(', ');
    case 'reference':
      return referenceTitle(String(value)) ?? String(value);
    case 'references':
      return (value as readonly string[]).map((one) => referenceTitle(one) ?? one).join(', ');
    case 'words':
      return (value as readonly string[]).join(', ');
    case 'rows':
      return (value as readonly Readonly<Record<string, unknown>>[])
        .map((row) =>
          Object.entries(field.fields)
            .map(
              ([name, cell]) => [cell.label[language], valueText(cell, row[name], language, referenceTitle)] as const,
            )
            .filter(([, text]) => text !== '')
            .map(([label, text]) => `${label}: ${text}`)
            .join('. '),
        )
        .join('\n');
    case 'text':
    case 'longText':
      return String(value);
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
