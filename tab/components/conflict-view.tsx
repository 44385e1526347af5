import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { useLanguage } from '../host/host-context.ts';
import { FieldValue } from './field-value.tsx';
import { formatDate } from './format-date.ts';
import type { FormValues } from './record-form/form-values.ts';
import { SideBySide } from './side-by-side.tsx';

interface ConflictViewProps {
  /** What I tried to save: only the fields that I changed. */
  readonly mine: FormValues;
  /** The record as it stands now, from the failure's `current`. */
  readonly current: RecordAnswer;
  /** What should be saved on top of `current.revision`: my value for every field where I chose mine. */
  readonly onResolve: (fields: Readonly<Record<string, unknown>>) => void;
  /** Without it the choice cannot be put off here. */
  readonly onCancel?: () => void;
  readonly busy?: boolean;
  readonly referenceTitle?: (id: string) => string | undefined;
}

/** Field by field, what of my change goes on top of what somebody else saved meanwhile. */
export function ConflictView({
  mine,
  current,
  onResolve,
  onCancel,
  busy = false,
  referenceTitle,
}: ConflictViewProps): ReactElement {
  const { t } = useTranslation('tab');
  const language = useLanguage();
  const { fields } = definitionOf(current.kind);
  const at = formatDate(current.modifiedAt ?? current.createdAt, language, 'moment');
  const name = current.modifiedBy?.name;
  const title = referenceTitle === undefined ? {} : { referenceTitle };
  const questions = Object.keys(mine).flatMap((key) => {
    const field = fields[key];
    if (field === undefined) return [];
    const show = (value: unknown): ReactElement => <FieldValue field={field} value={value} {...title} />;
    return [{ key, legend: field.label[language], mine: show(mine[key]), theirs: show(current.fields[key]) }];
  });
  return (
    <SideBySide
      busy={busy}
      heading={t('conflict.title')}
      onUse={(sideOf) => onResolve(Object.fromEntries(Object.entries(mine).filter(([key]) => sideOf(key) === 'mine')))}
      putOff={onCancel && { text: t('cancel'), act: onCancel }}
      questions={questions}
      text={name === undefined ? t('conflict.textWithoutName', { at }) : t('conflict.text', { name, at })}
      words={{ mine: t('conflict.mine'), theirs: t('conflict.theirs'), use: t('conflict.use') }}
    />
  );
}
