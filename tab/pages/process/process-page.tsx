import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useProcess } from '../../api/process-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { Loaded } from '../../components/loaded.tsx';
import { OpenConflicts } from '../../components/sync-problems/open-conflicts.tsx';
import { DeletedRecord } from '../../components/sync-problems/deleted-record.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { ProcessDrawing } from './drawing/process-drawing.tsx';
import { ProcessAbout } from './process-about.tsx';
import { LostLinks } from './lost-links.tsx';
import { activityRowId, ProcessChain } from './process-chain.tsx';
import { ProcessDocuments } from './process-documents.tsx';
import { ProcessComments } from './process-comments.tsx';
import { ProcessExchange } from './process-exchange.tsx';
import { ProcessSteps } from './process-steps.tsx';
import { VersionList } from './version-list.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
});

/** One process: what it is for, its chain of activities, what is said about it, its versions and the next steps. */
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
      <Loaded query={process} skeletonLines={8} whenNotFound={<DeletedRecord place={{ kind: 'process', id }} />}>
        {(answer) => (
          <div className={styles.page} data-ready="">
            <div className={styles.facts}>
              <StatusBadge kind="process" status={answer.process.status} />
              {answer.process.unitId === undefined ? null : <span>{unitName(answer.process.unitId)}</span>}
            </div>
            <ProcessSteps record={answer.process} />
            <OpenConflicts record={answer.process} />
            <LostLinks links={answer.lostLinks} title={t('lost.title')} />
            <Section heading={t('chain.heading')}>
              <ProcessChain answer={answer} />
            </Section>
            <ProcessDrawing answer={answer} onOpen={goToRow} />
            <ProcessDocuments answer={answer} />
            <ProcessAbout record={answer.process} />
            <ProcessComments answer={answer} />
            <VersionList answer={answer} />
            <ProcessExchange answer={answer} />
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
