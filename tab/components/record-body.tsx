import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, RecordAnswer } from '../../shared/api/contract.ts';
import { Notice } from './notice.tsx';
import { OpenConflicts } from './sync-problems/open-conflicts.tsx';
import { RecordActions } from './record-actions.tsx';
import { RecordEditor } from './record-editor.tsx';
import { Section } from './section.tsx';
import { StepDialog } from './step-dialog/step-dialog.tsx';

interface RecordBodyProps {
  readonly record: RecordAnswer;
  /** Who reads the reason that a step asks for; a text of its own where it is the reporter. */
  readonly reasonLabel?: string;
  /** The fields to read. */
  readonly children: ReactNode;
}

/** What may be done with a record and what it holds: next steps, open conflicts, and the fields to read or to edit. */
export function RecordBody({ record, reasonLabel, children }: RecordBodyProps): ReactElement {
  const { t } = useTranslation('cases');
  const [editing, setEditing] = useState(false);
  const [taking, setTaking] = useState<{ readonly step: AllowedStep; readonly turn: number; readonly open: boolean }>();
  return (
    <>
      {editing ? null : (
        <RecordActions
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
          {...(reasonLabel === undefined ? {} : { reasonLabel })}
          record={record}
          step={taking.step}
        />
      )}
      <Section heading={t('details')}>
        {editing ? (
          <RecordEditor
            onClose={() => {
              setEditing(false);
            }}
            record={record}
          />
        ) : (
          children
        )}
        {Object.keys(record.fields).length === 0 ? <Notice tone="info">{t('noDetails')}</Notice> : null}
      </Section>
    </>
  );
}
