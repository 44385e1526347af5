import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MeAnswer, StoredAnswer } from '../../../shared/api/contract.ts';
import { routes } from '../../../shared/api/links.ts';
import { useMe } from '../../api/read-hooks.ts';
import { useDraft } from '../../api/use-draft.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { Receipt } from './receipt.tsx';
import { ReportWriter } from './report-writer.tsx';
import { emptyReport, parseReportDraft } from './report-state.ts';
import { useReportId } from './use-report-id.ts';

/** "Rapportera": a sentence first, then the form it fills; a draft is kept all along. */
export function Page(): ReactElement {
  const { t } = useTranslation('report');
  const me = useMe();
  const [address] = useSearchParams();
  const handedOver = address.get('utkast');
  return (
    <>
      <PageTitle title={t('title')}>
        <TextLink to={routes.reportMisconduct}>{t('toMisconduct')}</TextLink>
      </PageTitle>
      <Loaded query={me}>
        {(answer) => <Report handedOver={handedOver} key={`${answer.person.id} ${handedOver ?? ''}`} me={answer} />}
      </Loaded>
    </>
  );
}

interface ReportProps {
  readonly me: MeAnswer;
  readonly handedOver: string | null;
}

function Report({ me, handedOver }: ReportProps): ReactElement {
  const { id, remembered, remember, renew } = useReportId(me.person.id, handedOver);
  const [stored, setStored] = useState<StoredAnswer | undefined>(undefined);
  if (stored !== undefined) {
    return (
      <Receipt
        onMore={() => {
          setStored(undefined);
        }}
        record={stored}
      />
    );
  }
  return (
    <DraftedReport
      id={id}
      key={id}
      me={me}
      onKept={remember}
      onRenew={renew}
      remembered={remembered}
      onSent={(record) => {
        setStored(record);
        renew();
      }}
    />
  );
}

interface DraftedReportProps {
  readonly id: string;
  readonly me: MeAnswer;
  readonly remembered: boolean;
  /** A draft is being saved: the next visit should find it. */
  readonly onKept: () => void;
  /** The draft was thrown away. */
  readonly onRenew: () => void;
  readonly onSent: (record: StoredAnswer) => void;
}

/** Waits for the draft of an earlier visit, so that nothing written there is overwritten. */
function DraftedReport({ id, me, remembered, onKept, onRenew, onSent }: DraftedReportProps): ReactElement {
  const draft = useDraft(`report.${id}`, remembered);
  if (draft.found === undefined) return <Skeleton />;
  const kept = draft.found === null ? undefined : parseReportDraft(draft.found.body, id);
  return (
    <ReportWriter
      draft={draft}
      kept={kept !== undefined}
      onKept={onKept}
      onRenew={onRenew}
      onSent={onSent}
      start={kept ?? emptyReport(id, me.homeUnitId ?? '')}
    />
  );
}
