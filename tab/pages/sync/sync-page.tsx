import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/read-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ConflictSection, SetAsideSection, UnsendableSection } from './problem-sections.tsx';
import { FileSection } from './file-section.tsx';
import { RebuildSection } from './rebuild-section.tsx';
import { ListsSection, StateSection } from './state-section.tsx';
import { useSync } from './use-sync.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
});

/** "Synkronisering": what goes between the app and SharePoint, for administrators and coordinators. */
export function Page(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const sync = useSync();
  const me = useMe();
  const isAdmin = me.data?.roles.some(({ role }) => role === 'admin') === true;
  return (
    <>
      <PageTitle title={t('title')} />
      <Loaded query={sync} skeletonLines={8}>
        {(answer) => (
          <div className={styles.page} data-ready="">
            <p className={styles.text}>{t('intro')}</p>
            <StateSection answer={answer} />
            <UnsendableSection answer={answer} />
            <ConflictSection answer={answer} />
            <SetAsideSection answer={answer} />
            <FileSection counts={answer.counts} />
            <ListsSection answer={answer} />
            {isAdmin ? <RebuildSection state={answer.rebuild} /> : null}
          </div>
        )}
      </Loaded>
    </>
  );
}
