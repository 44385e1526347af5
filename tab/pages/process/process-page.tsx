import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { AllowedStep, RecordAnswer } from '../../../shared/api/contract.ts';
import { useProcess, useProcessVersions } from '../../api/process-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { OpenConflicts } from '../../components/open-conflicts.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RecordFields } from '../../components/record-fields.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { StepDialog } from '../../components/step-dialog/step-dialog.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { ProcessDrawing } from './drawing/process-drawing.tsx';
import { activityRowId, ProcessChain } from './process-chain.tsx';
import { ProcessDocuments } from './process-documents.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  text: { margin: 0 },
});

/** Shown by the page itself, or of no use to a reader. */
const notAmongFields = [
  'name',
  'order',
  'diagramVersion',
  'parent',
  'effectIndicator',
  'documents',
  'goals',
  'supports',
];

/** One process: what it is for, its chain of activities, its versions and the next steps. */
export function Page(): ReactElement {
  const { id = '' } = useParams();
  return <ProcessOf id={id} key={id} />;
}

function ProcessOf({ id }: { readonly id: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const unitName = useUnitName();
  const process = useProcess(id);
  return (
    <>
      <PageTitle title={process.data?.process.title ?? t('title')} />
      <Loaded query={process} skeletonLines={8}>
        {(answer) => (
          <div className={styles.page} data-ready="">
            <div className={styles.facts}>
              <StatusBadge kind="process" status={answer.process.status} />
              {answer.process.unitId === undefined ? null : <span>{unitName(answer.process.unitId)}</span>}
            </div>
            <Steps record={answer.process} />
            <OpenConflicts record={answer.process} />
            <Section heading={t('chain.heading')}>
              <ProcessChain answer={answer} />
            </Section>
            <ProcessDrawing answer={answer} onOpen={goToRow} />
            <ProcessDocuments answer={answer} />
            <Section heading={t('about')}>
              <RecordFields record={answer.process} without={notAmongFields} />
            </Section>
            <Versions id={id} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function goToRow(activityId: string): void {
  const row = document.getElementById(activityRowId(activityId));
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}

function Steps({ record }: { readonly record: RecordAnswer }): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const [taking, setTaking] = useState<{ readonly step: AllowedStep; readonly turn: number; readonly open: boolean }>();
  const { steps } = record.allowed;
  return (
    <>
      {steps.length === 0 ? null : (
        <div aria-label={t('steps')} className={styles.actions} role="group">
          {steps.map((step, index) => (
            <Button
              appearance={index === 0 ? 'primary' : 'secondary'}
              aria-haspopup="dialog"
              key={step.to}
              onClick={() => setTaking({ step, turn: (taking?.turn ?? 0) + 1, open: true })}
            >
              {step.label[language]}
            </Button>
          ))}
        </div>
      )}
      {taking === undefined ? null : (
        <StepDialog
          key={taking.turn}
          onClose={() => setTaking({ ...taking, open: false })}
          open={taking.open}
          record={record}
          step={taking.step}
        />
      )}
    </>
  );
}

function Versions({ id }: { readonly id: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const versions = useProcessVersions(id);
  return (
    <Section heading={t('versions.heading')}>
      <Loaded query={versions}>
        {(list) =>
          list.length === 0 ? (
            <p className={styles.text}>{t('versions.none')}</p>
          ) : (
            <ul className={styles.list}>
              {list.map(({ version, savedAt, savedBy, published }) => (
                <li key={version}>
                  {t('versions.line', { version, name: savedBy.name, at: formatDate(savedAt, language, 'moment') })}
                  {published ? ` (${t('versions.published')})` : ''}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
