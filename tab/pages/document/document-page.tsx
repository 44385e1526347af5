import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { governingDocument } from '../../../shared/records/governing-document.ts';
import { isReviewOverdue, validityOf } from '../../../shared/rules/document-validity.ts';
import { useDocumentRegister } from '../../api/document-hooks.ts';
import { useRecord } from '../../api/read-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RecordBody } from '../../components/record-body.tsx';
import { DeletedRecord } from '../../components/sync-problems/deleted-record.tsx';
import { RecordFact, RecordFields } from '../../components/record-fields.tsx';
import { RecordHistory } from '../../components/record-history.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { todayInStockholm } from '../../components/today.ts';
import { UnsavedNotice } from '../../components/unsaved-marker.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { DocumentLinks } from './document-links.tsx';
import { FileLink } from './file-link.tsx';
import { Implementation } from './implementation.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
});

/** Shown by the page in a way of its own. */
const notAmongFields = ['name', 'location', 'implementation', 'replacedBy'];

/** One governing document: whether it holds, what it says, who uses it, how the units have taken it in, its history. */
export function Page(): ReactElement {
  const { id = '' } = useParams();
  return <DocumentOf id={id} key={id} />;
}

function DocumentOf({ id }: { readonly id: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const unitName = useUnitName();
  const record = useRecord('governingDocument', id);
  const register = useDocumentRegister();
  const titleOf = (one: string): string | undefined =>
    unitName(one) ?? register.data?.documents.find((entry) => entry.record.id === one)?.record.title;
  return (
    <>
      <PageTitle title={record.data?.title ?? t('document')} />
      <Loaded
        query={record}
        skeletonLines={8}
        whenNotFound={<DeletedRecord place={{ kind: 'governingDocument', id }} />}
      >
        {(document) => (
          <div className={styles.page} data-ready="">
            <Facts document={document} />
            <UnsavedNotice record={document} />
            <RecordBody record={document}>
              <RecordFields record={document} referenceTitle={titleOf} without={notAmongFields}>
                <FileLink value={document.fields['location']} />
                {typeof document.fields['replacedBy'] === 'string' ? (
                  <RecordFact label={governingDocument.fields.replacedBy.label[language]}>
                    <TextLink to={routeOfRecord('governingDocument', document.fields['replacedBy'])}>
                      {titleOf(document.fields['replacedBy']) ?? t('document')}
                    </TextLink>
                  </RecordFact>
                ) : null}
              </RecordFields>
            </RecordBody>
            <DocumentLinks id={id} />
            <Implementation document={document} />
            <RecordHistory id={id} kind="governingDocument" referenceTitle={titleOf} />
          </div>
        )}
      </Loaded>
    </>
  );
}

/** State, owner unit and validity; and in words what is wrong with it. */
function Facts({ document }: { readonly document: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const unitName = useUnitName();
  const today = todayInStockholm();
  const validity = validityOf(document, today);
  const { reviewDate } = document.fields;
  const day = typeof reviewDate === 'string' ? formatDate(reviewDate, language) : undefined;
  return (
    <>
      <div className={styles.facts}>
        <StatusBadge kind="governingDocument" status={document.status} />
        <span>{document.unitId === undefined ? t('wholeBoard') : unitName(document.unitId)}</span>
        <span>{t('facts.validity', { validity: t(`validities.${validity}`) })}</span>
        {day === undefined ? null : <span>{t('facts.reviewBy', { day })}</span>}
      </div>
      {isReviewOverdue(document, today) && day !== undefined ? (
        <Notice tone="warning">{t('overdueNote', { day })}</Notice>
      ) : null}
      {validity === 'ended' ? <Notice tone="warning">{t('expiredNote')}</Notice> : null}
    </>
  );
}
