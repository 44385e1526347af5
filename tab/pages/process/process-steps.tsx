import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedStep, RecordAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { StepDialog } from '../../components/step-dialog/step-dialog.tsx';
import { useModal } from '../../components/use-modal.ts';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** The way to the editor, and the steps that the process can take now: draft, review, published, needs review, superseded. */
export function ProcessSteps({ record }: { readonly record: RecordAnswer }): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const taking = useModal<AllowedStep>();
  const { steps, edit } = record.allowed;
  if (steps.length === 0 && !edit && taking.shown === undefined) return null;
  return (
    <>
      <div aria-label={t('steps')} className={styles.actions} role="group">
        {edit ? (
          <Button appearance="primary" as="a" href={`#${routeOfRecord('process', record.id)}/redigera`}>
            {t('edit.activities')}
          </Button>
        ) : null}
        {steps.map((step, index) => (
          <Button
            appearance={index === 0 && !edit ? 'primary' : 'secondary'}
            aria-haspopup="dialog"
            key={step.to}
            onClick={() => taking.show(step)}
          >
            {step.label[language]}
          </Button>
        ))}
      </div>
      {taking.shown === undefined ? null : (
        <StepDialog
          key={taking.shown.turn}
          onClose={() => taking.close()}
          open={taking.isOpen}
          record={record}
          step={taking.shown.value}
        />
      )}
    </>
  );
}
