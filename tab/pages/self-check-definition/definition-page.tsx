import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routes } from '../../../shared/api/links.ts';
import { useMe, useRecord, useUnits } from '../../api/read-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { OpenConflicts } from '../../components/sync-problems/open-conflicts.tsx';
import { DeletedRecord } from '../../components/sync-problems/deleted-record.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RecordFields } from '../../components/record-fields.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { UnsavedMarker } from '../../components/unsaved-marker.tsx';
import { RecordHistory } from '../../components/record-history.tsx';
import { StepButtons } from '../self-check/step-buttons.tsx';
import { DefinitionEditor } from './definition-editor.tsx';
import { NewDefinition } from './new-definition.tsx';
import { SchedulePreview } from './schedule-preview.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

const newId = 'ny';

/** A self-check's definition: written, tried, set going and ended; or a new one. */
export function Page(): ReactElement {
  const { id = '' } = useParams();
  return id === newId ? <New /> : <Existing id={id} key={id} />;
}

function New(): ReactElement {
  const { t } = useTranslation('selfChecks');
  const me = useMe();
  const units = useUnits();
  return (
    <>
      <PageTitle title={t('definition.newTitle')}>
        <AllDefinitions />
      </PageTitle>
      <Loaded query={me} skeletonLines={8}>
        {(person) => (
          <Loaded query={units} skeletonLines={8}>
            {(known) => (
              <div data-ready="">
                <NewDefinition me={person} units={known} />
              </div>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function Existing({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation('selfChecks');
  const record = useRecord('selfCheckDefinition', id);
  return (
    <>
      <PageTitle title={record.data?.title ?? t('one.definition')}>
        <AllDefinitions />
      </PageTitle>
      <Loaded
        query={record}
        skeletonLines={8}
        whenNotFound={<DeletedRecord place={{ kind: 'selfCheckDefinition', id }} />}
      >
        {(answer) => <Definition record={answer} />}
      </Loaded>
    </>
  );
}

function Definition({ record }: { readonly record: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const unitName = useUnitName();
  const [unsaved, setUnsaved] = useState(false);
  return (
    <div className={styles.page} data-ready="">
      <div className={styles.facts}>
        <StatusBadge kind={record.kind} status={record.status} />
        {record.unitId === undefined ? null : <span>{unitName(record.unitId)}</span>}
        <UnsavedMarker record={record} />
      </div>
      <OpenConflicts record={record} />
      {unsaved && record.allowed.steps.length > 0 ? (
        <Notice tone="info">{t('definition.unsaved')}</Notice>
      ) : (
        <StepButtons label={t('definition.steps')} record={record} />
      )}
      {record.allowed.edit ? (
        <DefinitionEditor onUnsaved={setUnsaved} record={record} />
      ) : (
        <>
          <Notice tone="info">{t('definition.readOnly')}</Notice>
          <Section heading={t('definition.what')}>
            <RecordFields record={record} referenceTitle={unitName} />
          </Section>
          {record.status === 'retired' ? null : (
            <Section heading={t('definition.schedule')}>
              <SchedulePreview values={record.fields} />
            </Section>
          )}
        </>
      )}
      <RecordHistory id={record.id} kind={record.kind} />
    </div>
  );
}

function AllDefinitions(): ReactElement {
  const { t } = useTranslation('selfChecks');
  return <TextLink to={`${routes.selfChecks}?view=definitions`}>{t('views.definitions')}</TextLink>;
}
