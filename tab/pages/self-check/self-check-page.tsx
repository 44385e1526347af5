import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { MeAnswer, RecordAnswer } from '../../../shared/api/contract.ts';
import { routes } from '../../../shared/api/links.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { selfCheckOccurrence } from '../../../shared/records/self-check-occurrence.ts';
import { useMe, useRecord } from '../../api/read-hooks.ts';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { OpenConflicts } from '../../components/sync-problems/open-conflicts.tsx';
import { DeletedRecord } from '../../components/sync-problems/deleted-record.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { recordTitle } from '../../components/record-title.ts';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { RecordHistory } from '../../components/record-history.tsx';
import { todayInStockholm } from '../self-checks/today.ts';
import { AnswerFlow } from './answer-flow.tsx';
import { Answers, OutcomeTexts } from './outcome.tsx';
import { Receipt } from './receipt.tsx';
import { ReviewForm } from './review-form.tsx';
import { SelfCheckFacts } from './self-check-facts.tsx';
import { StepButtons } from './step-buttons.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** One self-check: answered here question by question, its receipt and deviations, the manager's review. */
export function Page(): ReactElement {
  const { id = '' } = useParams();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const me = useMe();
  const record = useRecord('selfCheckOccurrence', id);
  const title =
    record.data === undefined
      ? t('one.label')
      : [recordTitle(record.data, selfCheckOccurrence, language), record.data.ref].filter(Boolean).join(' · ');
  return (
    <>
      <PageTitle title={title}>
        <TextLink to={routes.selfChecks}>{t('one.all')}</TextLink>
      </PageTitle>
      <Loaded query={me} skeletonLines={8}>
        {(person) => (
          <Loaded
            query={record}
            skeletonLines={8}
            whenNotFound={<DeletedRecord place={{ kind: 'selfCheckOccurrence', id }} />}
          >
            {(answer) => <SelfCheck key={answer.id} me={person} record={answer} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function SelfCheck({ record, me }: { readonly record: RecordAnswer; readonly me: MeAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const [justSubmitted, setJustSubmitted] = useState(false);
  const { status, allowed, fields, unitId } = record;
  const { opensOn = '' } = fields as FieldsOfKind<'selfCheckOccurrence'>;
  const mayAnswer = status === 'open' && allowed.edit;
  const leads = me.roles.some(({ role, unitId: at }) => role === 'unitManager' && at === unitId);
  const coordinates = me.roles.some(({ role }) => role === 'qualityCoordinator');
  const mayName = allowed.edit && (leads || coordinates) && (status === 'open' || status === 'scheduled');
  const facts = <SelfCheckFacts mayName={mayName} record={record} today={todayInStockholm()} />;
  return (
    <div className={styles.page} data-ready="">
      {justSubmitted && status !== 'open' ? <Receipt record={record} /> : null}
      {status === 'scheduled' ? (
        <Notice tone="info">{t('one.notOpen', { day: formatDate(opensOn, language) })}</Notice>
      ) : null}
      {status === 'open' && !mayAnswer ? <Notice tone="info">{t('one.notYours')}</Notice> : null}
      {mayAnswer ? (
        // On a phone the question comes first.
        <AnswerFlow onSubmitted={() => setJustSubmitted(true)} personId={me.person.id} record={record} />
      ) : null}
      {status === 'submitted' && allowed.steps.some(({ to }) => to === 'reviewed') ? (
        <>
          <Answers record={record} />
          <ReviewForm personId={me.person.id} record={record} />
        </>
      ) : mayAnswer ? null : (
        <Answers record={record} />
      )}
      <OutcomeTexts record={record} />
      {facts}
      <OpenConflicts record={record} />
      {/* Handing in and reviewing have their own places. */}
      <StepButtons label={t('one.steps')} record={record} without={['submitted', 'reviewed']} />
      <RecordHistory id={record.id} kind={record.kind} />
    </div>
  );
}
