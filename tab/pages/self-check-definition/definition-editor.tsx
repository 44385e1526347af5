import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { useChangeRecord } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { ConflictView } from '../../components/conflict-view.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import type { FormValues } from '../../components/record-form/form-values.ts';
import { changedFields } from '../../components/record-form/form-values.ts';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { DefinitionForm } from './definition-form.tsx';

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground2 } });

interface DefinitionEditorProps {
  readonly record: RecordAnswer;
  readonly onUnsaved: (unsaved: boolean) => void;
}

/** Changes a definition. Only what changed is sent; what somebody else changed meanwhile is shown side by side. */
export function DefinitionEditor({ record, onUnsaved }: DefinitionEditorProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const { t: shell } = useTranslation('tab');
  const announce = useAnnounce();
  /** As it was when writing began: later refreshes must not hide what this person changed. */
  const [base, setBase] = useState(record);
  const [values, setValues] = useState<FormValues>(record.fields);
  const change = useChangeRecord(record.kind, record.id);
  const mine = changedFields(base.fields, values);
  const unsaved = Object.keys(mine).length > 0;
  const current = change.error?.current;
  useLeaveWarning(unsaved);
  useEffect(() => {
    onUnsaved(unsaved);
  }, [onUnsaved, unsaved]);

  // Nothing is being written: what somebody else saved is shown.
  if (!unsaved && record.revision > base.revision) {
    setBase(record);
    setValues(record.fields);
  }

  function save(fields: Readonly<Record<string, unknown>>, baseRevision: number): void {
    change.mutate(
      { baseRevision, fields },
      {
        onSuccess: (answer) => {
          setBase(answer);
          setValues(answer.fields);
          announce(t('definition.saved'));
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
        onCancel={() => change.reset()}
        onResolve={(fields) => save(fields, current.revision)}
      />
    );
  }
  return (
    <DefinitionForm
      disabled={change.isPending}
      ofBoard={record.unitId === undefined}
      onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
      onSubmit={() => {
        if (unsaved) save(mine, base.revision);
      }}
      problems={change.error?.problems}
      status={record.status}
      values={values}
    >
      {record.status === 'active' ? <p className={styles.text}>{t('definition.openKeep')}</p> : null}
      {change.error === null ? null : <FailureNotice failure={change.error} urgent />}
      <div>
        <Button appearance="primary" disabledFocusable={change.isPending || !unsaved} type="submit">
          {shell('save')}
        </Button>
      </div>
    </DefinitionForm>
  );
}
