import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/text-link.tsx';
import type { CaseFilter } from './case-filter.ts';

const useStyles = makeStyles({
  pager: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalM,
  },
});

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly address: (part: Partial<CaseFilter>) => string;
}

/** Links to the pages before and after, and to both ends. */
export function Pager({ page, pages, address }: PagerProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  return (
    <nav aria-label={t('pager.label')} className={styles.pager}>
      {page > 1 ? (
        <>
          <TextLink to={address({ page: 1 })}>{t('pager.first')}</TextLink>
          <TextLink to={address({ page: page - 1 })}>{t('pager.previous')}</TextLink>
        </>
      ) : null}
      <span>{t('pager.here', { page, pages })}</span>
      {page < pages ? (
        <>
          <TextLink to={address({ page: page + 1 })}>{t('pager.next')}</TextLink>
          <TextLink to={address({ page: pages })}>{t('pager.last')}</TextLink>
        </>
      ) : null}
    </nav>
  );
}
