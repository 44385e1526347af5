import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { activityKinds, flowsFrom } from '../../../../shared/process/process-model.ts';
import type { ProcessModel, ProcessStep } from '../../../../shared/process/process-model.ts';
import { processActivity } from '../../../../shared/records/process-activity.ts';
import type { RecordAnswer } from '../../../../shared/api/contract.ts';
import { RecordForm } from '../../../components/record-form/record-form.tsx';
import { RecordComments } from '../record-comments.tsx';
import { useEditing } from './editing-context.ts';
import { GoalOptions } from './goal-options.tsx';
import { leadOn, linkSubProcess } from './list-actions.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  next: { maxWidth: '720px' },
});

const names = [
  'responsible',
  'consulted',
  'informed',
  'description',
  'routine',
  'routineNotNeeded',
  'documents',
  'subProcess',
] as const;

interface StepDetailsProps {
  readonly id: string;
  readonly model: ProcessModel;
  readonly step: ProcessStep;
  readonly rowName: string;
  readonly mayEdit: boolean;
  /** The record of the activity, once it is saved, and the process that it belongs to. */
  readonly record: RecordAnswer | undefined;
  readonly processId: string;
}

/** What does not fit in the row: who answers, is asked and told, how it is done, by which routine, and what comes next. */
export function StepDetails({ id, model, step, rowName, mayEdit, record, processId }: StepDetailsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processEditor');
  const { store, change, newId } = useEditing();
  const ways = flowsFrom(model, step.id);
  return (
    <section aria-label={t('details.heading', { row: rowName })} className={styles.box} id={id}>
      <h3 className={styles.heading}>{t('details.heading', { row: rowName })}</h3>
      {activityKinds.has(step.kind) ? (
        <RecordForm
          definition={processActivity}
          disabled={!mayEdit}
          names={names}
          onBlur={() => store.endTyping()}
          onChange={(name, value) => {
            if (name === 'subProcess') change(linkSubProcess(step, typeof value === 'string' ? value : undefined));
            else
              change(
                { kind: 'setDetails', id: step.id, details: { [name]: value ?? null } },
                `${step.id} details.${name}`,
              );
          }}
          status="draft"
          values={{ ...step.details }}
        />
      ) : null}
      {step.kind !== 'end' && ways.length < 2 ? (
        <Field className={styles.next} label={t('details.next')}>
          <Select
            disabled={!mayEdit}
            onChange={(_event, { value }) => change(leadOn(model, step.id, value, newId))}
            value={ways[0]?.to ?? ''}
          >
            <option value="">{t('list.nowhere')}</option>
            <GoalOptions from={step.id} />
          </Select>
        </Field>
      ) : null}
      {record === undefined ? null : (
        <>
          <h4 className={styles.heading}>{t('details.comments')}</h4>
          <RecordComments processId={processId} record={record} />
        </>
      )}
    </section>
  );
}
