import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '../../../shared/api/links.ts';
import { useMyPart } from '../../api/read-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RecordItem, RecordList } from '../../components/record-item.tsx';
import { Section } from '../../components/section.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { WaitingItems } from './waiting-items.tsx';

const useStyles = makeStyles({
  sections: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** "Min del": what waits for me, my cases, my unit's commitments. One answer from the service fills it. */
export function Page(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const myPart = useMyPart();
  return (
    <>
      <PageTitle title={t('myPart.title')}>
        <TextLink to={routes.report}>{t('myPart.report')}</TextLink>
      </PageTitle>
      <Loaded query={myPart} skeletonLines={6}>
        {({ waiting, waitingTotal, myCases, myCasesTotal, commitments, commitmentsTotal }) => (
          <div className={styles.sections} data-ready="">
            <Section
              aside={waitingTotal === 0 ? null : <span>{t('myPart.waitingTotal', { count: waitingTotal })}</span>}
              heading={t('myPart.waiting')}
            >
              {waiting.length === 0 ? (
                <p className={styles.empty}>{t('myPart.nothingWaits')}</p>
              ) : (
                <WaitingItems items={waiting} />
              )}
            </Section>
            <div className={styles.pair}>
              <Section
                aside={
                  myCasesTotal === 0 ? null : (
                    <TextLink to={`${routes.cases}?mine=1`}>{t('myPart.allCases', { count: myCasesTotal })}</TextLink>
                  )
                }
                heading={t('myPart.myCases')}
              >
                {myCases.length === 0 ? (
                  <p className={styles.empty}>{t('myPart.noCases')}</p>
                ) : (
                  <RecordList>
                    {myCases.map((record) => (
                      <RecordItem key={record.id} record={record} />
                    ))}
                  </RecordList>
                )}
              </Section>
              <Section
                aside={
                  <TextLink to={routes.commitments}>{t('myPart.allCommitments', { count: commitmentsTotal })}</TextLink>
                }
                heading={t('myPart.commitments')}
              >
                {commitments.length === 0 ? (
                  <p className={styles.empty}>{t('myPart.noCommitments')}</p>
                ) : (
                  <RecordList>
                    {commitments.map((record) => (
                      <RecordItem key={record.id} record={record} />
                    ))}
                  </RecordList>
                )}
              </Section>
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
