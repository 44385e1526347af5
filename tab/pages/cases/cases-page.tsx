import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '../../../shared/api/links.ts';
import { recordKinds } from '../../../shared/records/index.ts';
import { useMe } from '../../api/read-hooks.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { caseFilterParameters, withoutFilters } from './case-filter.ts';
import { CaseFilters } from './case-filters.tsx';
import { CaseList } from './case-list.tsx';
import { CaseStatistics } from './case-statistics.tsx';
import { useCaseFilter } from './use-case-filter.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  switches: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingVerticalM },
});

/** "Ärenden": deviations, feedback and, for those who may, lex Sarah; as a list, or as counts. */
export function Page(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const me = useMe();
  const { filter, kinds, hasStatistics, change } = useCaseFilter();
  const statistics = filter.view === 'statistics' && filter.kind !== 'misconductCase';
  const address = (part: Partial<typeof filter>): string =>
    `${routes.cases}?${caseFilterParameters({ ...filter, ...part }).toString()}`;
  return (
    <>
      <PageTitle title={t('title')}>
        <TextLink to={routes.report}>{t('report')}</TextLink>
      </PageTitle>
      <Loaded query={me}>
        {() => (
          <div className={styles.page}>
            <div className={styles.switches}>
              <ChoiceLinks
                label={t('kind')}
                links={kinds.map((kind) => ({
                  to: `${routes.cases}?${caseFilterParameters({ ...withoutFilters(filter), unit: filter.unit, kind }).toString()}`,
                  text: recordKinds[kind].plural[language],
                  current: kind === filter.kind,
                }))}
              />
              {hasStatistics && filter.kind !== 'misconductCase' ? (
                <ChoiceLinks
                  label={t('view')}
                  links={(['list', 'statistics'] as const).map((view) => ({
                    to: address({ view, page: 1 }),
                    text: t(`views.${view}`),
                    current: view === (statistics ? 'statistics' : 'list'),
                  }))}
                />
              ) : null}
            </div>
            {statistics ? (
              <CaseStatistics change={change} filter={filter} />
            ) : (
              <>
                <CaseFilters change={change} filter={filter} key={filter.kind} />
                <CaseList address={address} change={change} filter={filter} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}
