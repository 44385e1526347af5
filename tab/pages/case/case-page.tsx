import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Share20Regular } from '@fluentui/react-icons/svg/share';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { routeOfRecord } from '../../../shared/api/links.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { definitionOf, isKindName } from '../../../shared/records/index.ts';
import { useRecord } from '../../api/read-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RecordHistory } from '../../components/record-history.tsx';
import { recordTitle } from '../../components/record-title.ts';
import { DeletedRecord } from '../../components/sync-problems/deleted-record.tsx';
import { ApiFailure } from '../../api/api-failure.ts';
import { useHost, useHostState } from '../../host/host-context.ts';
import { CaseBody } from './case-body.tsx';
import { CaseFacts } from './case-facts.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** One case: what it is, where it stands, the next steps, every field by its definition, and its history. */
export function Page(): ReactElement {
  const { kind, id } = useParams();
  const { t } = useTranslation('cases');
  if (kind === undefined || id === undefined || !isKindName(kind)) {
    return (
      <>
        <PageTitle title={t('case')} />
        <FailureNotice failure={new ApiFailure({ code: 'notFound' })} />
      </>
    );
  }
  return <Case id={id} key={`${kind}/${id}`} kind={kind} />;
}

function Case({ kind, id }: { readonly kind: KindName; readonly id: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const host = useHost();
  const { place, language } = useHostState();
  const definition = definitionOf(kind);
  const record = useRecord(kind, id);
  const title =
    record.data === undefined
      ? definition.label[language]
      : [record.data.ref, recordTitle(record.data, definition, language)].filter(Boolean).join(' · ');
  return (
    <>
      <PageTitle title={title}>
        {place === 'teams' || place === 'sharepoint' ? (
          <Button
            icon={<Share20Regular aria-hidden="true" />}
            onClick={() => {
              host.shareDeepLink({ subPageId: routeOfRecord(kind, id), label: record.data?.ref ?? title });
            }}
          >
            {t('share')}
          </Button>
        ) : null}
      </PageTitle>
      <Loaded query={record} skeletonLines={8} whenNotFound={<DeletedRecord place={{ kind, id }} />}>
        {(answer) => (
          <div className={styles.page}>
            <CaseFacts record={answer} />
            <CaseBody record={answer} />
            {answer.view === 'full' ? <RecordHistory id={id} kind={kind} /> : null}
          </div>
        )}
      </Loaded>
    </>
  );
}
