import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { SyntheticEvent, ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { AnyFields, RecordKindDefinition } from '../../shared/records/record-kind.ts';
import { useChangeRecord } from '../api/write-hooks.ts';
import { useAnnounce } from './announcement.tsx';
import { ConflictView } from './conflict-view.tsx';
import { FailureNotice } from './failure-notice.tsx';
import type { FormValues } from './record-form/form-values.ts';
import { changedFields } from './record-form/form-values.ts';
import { RecordForm } from './record-form/record-form.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Fields that come with a step are edited once they have a value; before that the step asks for them. */
function editableNames(definition: RecordKindDefinition, fields: AnyFields): readonly string[] {
  const withSteps = new Set(definition.transitions.flatMap((transition) => transition.fields ?? []));
  return Object.keys(definition.fields).filter((name) => fields[name] !== undefined || !withSteps.has(name));
}

interface RecordEditorProps {
  readonly record: RecordAnswer;
  /** Fields that are changed elsewhere. */
  readonly without?: readonly string[];
  readonly onClose: () => void;
}

/** Edits the fields of a record of any kind. Only what changed is sent; what somebody else changed meanwhile is shown side by side. */
export function RecordEditor({ record, without = [], onClose }: RecordEditorProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const announce = useAnnounce();
  const definition = definitionOf(record.kind);
  /** As it was when editing began: later refreshes must not hide what this person changed. */
  const [base] = useState(record);
  const [values, setValues] = useState<FormValues>(record.fields);
  const change = useChangeRecord(record.kind, record.id);
  const mine = changedFields(base.fields, values);
  const current = change.error?.current;
  useLeaveWarning(Object.keys(mine).length > 0);

  useEffect(() => {
    document.querySelector<HTMLElement>(`form[data-editor] input, form[data-editor] textarea`)?.focus();
  }, []);

  function save(fields: Readonly<Record<string, unknown>>, baseRevision: number): void {
    if (Object.keys(fields).length === 0) {
      onClose();
      return;
    }
    change.mutate(
      { baseRevision, fields },
      {
        onSuccess: (answer) => {
          announce(t(answer.masked.personnummer || answer.masked.names ? 'savedMasked' : 'saved'));
          onClose();
        },
      },
    );
  }

  if (current !== undefined) {
    return (
      <ConflictView
        busy={change.isPending}
        current={current}
        mine={mine}
        onCancel={() => {
          change.reset();
        }}
        onResolve={(fields) => {
          save(fields, current.revision);
        }}
      />
    );
  }
  return (
    <form
      className={styles.form}
      data-editor=""
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        save(mine, base.revision);
      }}
    >
      <RecordForm
        definition={definition}
        disabled={change.isPending}
        names={editableNames(definition, base.fields).filter((name) => !without.includes(name))}
        onChange={(name, value, alsoEmptied) => {
          setValues((before) => ({ ...before, ...alsoEmptied, [name]: value }));
        }}
        problems={change.error?.problems}
        status={record.status}
        values={values}
      />
      {change.error === null ? null : <FailureNotice failure={change.error} urgent />}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={change.isPending} type="submit">
          {t('save')}
        </Button>
        <Button disabled={change.isPending} onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
