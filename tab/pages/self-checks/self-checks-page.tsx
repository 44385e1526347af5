import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { routes } from '../../../shared/api/links.ts';
import { useMe } from '../../api/read-hooks.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { DefinitionsView } from './definitions-view.tsx';
import { GapsView } from './gaps-view.tsx';
import { StatisticsView } from './statistics-view.tsx';
import { TodoView } from './todo-view.tsx';
import { YearView } from './year-view.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

const views = {
  todo: TodoView,
  year: YearView,
  statistics: StatisticsView,
  gaps: GapsView,
  definitions: DefinitionsView,
} as const;

type View = keyof typeof views;

function isView(text: string | null): text is View {
  return text !== null && Object.hasOwn(views, text);
}

/** "Egenkontroller": what there is to do, the year, how it goes, what is missing, and which there are. */
export function Page(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const [parameters] = useSearchParams();
  const me = useMe();
  const asked = parameters.get('view');
  const view = isView(asked) ? asked : 'todo';
  const Shown = views[view];
  return (
    <>
      <PageTitle title={t('title')} />
      <Loaded query={me} skeletonLines={6}>
        {({ mayRead }) =>
          mayRead.includes('selfCheckOccurrence') ? (
            <div className={styles.page}>
              <ChoiceLinks
                label={t('view')}
                links={Object.keys(views)
                  .filter(isView)
                  .map((one) => ({
                    to: one === 'todo' ? routes.selfChecks : `${routes.selfChecks}?view=${one}`,
                    text: t(`views.${one}`),
                    current: one === view,
                  }))}
              />
              <Shown />
            </div>
          ) : (
            <Notice tone="info">{t('notForYou')}</Notice>
          )
        }
      </Loaded>
    </>
  );
}
