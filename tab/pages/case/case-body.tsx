import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, RecordAnswer } from '../../../shared/api/contract.ts';
import { Notice } from '../../components/notice.tsx';
import { Section } from '../../components/section.tsx';
import { OpenConflicts } from '../../components/open-conflicts.tsx';
import { StepDialog } from '../../components/step-dialog/step-dialog.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseEditor } from './case-editor.tsx';
import { CaseFields } from './case-fields.tsx';

const useStyles = makeStyles({
  message: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Next steps, what became of it for the reporter, and the fields: to read, or to edit where allowed. */
export function CaseBody({ record }: { readonly record: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const [editing, setEditing] = useState(false);
  const [taking, setTaking] = useState<{ readonly step: AllowedStep; readonly turn: number; readonly open: boolean }>();
  const message = record.fields['messageToReporter'];
  const reason = record.fields['rejectionReason'];
  return (
    <>
      {record.reportedByMe ? (
        <Section heading={t('outcome.heading')}>
          {typeof message === 'string' ? <p className={styles.message}>{message}</p> : null}
          {typeof reason === 'string' ? <p className={styles.message}>{t('outcome.rejected', { reason })}</p> : null}
          {typeof message === 'string' || typeof reason === 'string' ? null : (
            <p className={styles.quiet}>{t('outcome.nothingYet')}</p>
          )}
        </Section>
      ) : null}
      {editing ? null : (
        <CaseActions
          onEdit={() => {
            setEditing(true);
          }}
          onStep={(step) => {
            setTaking({ step, turn: (taking?.turn ?? 0) + 1, open: true });
          }}
          record={record}
        />
      )}
      <OpenConflicts record={record} />
      {taking === undefined ? null : (
        <StepDialog
          key={taking.turn}
          onClose={() => {
            setTaking({ ...taking, open: false });
          }}
          open={taking.open}
          reasonLabel={t('reason')}
          record={record}
          step={taking.step}
        />
      )}
      <Section heading={t('details')}>
        {editing ? (
          <CaseEditor
            onClose={() => {
              setEditing(false);
            }}
            record={record}
          />
        ) : (
          <CaseFields record={record} />
        )}
        {Object.keys(record.fields).length === 0 ? <Notice tone="info">{t('noDetails')}</Notice> : null}
      </Section>
    </>
  );
}
