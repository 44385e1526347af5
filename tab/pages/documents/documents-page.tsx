import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { routes } from '../../../shared/api/links.ts';
import type { DocumentEntry } from '../../../shared/api/document-contract.ts';
import { useDocumentRegister } from '../../api/document-hooks.ts';
import { useMe, useUnits } from '../../api/read-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { todayInStockholm } from '../../components/today.ts';
import { useOurUnits } from '../../components/use-our-units.ts';
import {
  areasOf,
  documentFilterParameters,
  filterDocuments,
  noFilter,
  parseDocumentFilter,
} from './document-filter.ts';
import type { DocumentFilter } from './document-filter.ts';
import { DocumentFilters } from './document-filters.tsx';
import { DocumentTable } from './document-table.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
});

/** "Styrdokument": the register of what governs the work, with search and filters (R30, R31). */
export function Page(): ReactElement {
  const { t } = useTranslation('documents');
  const me = useMe();
  const register = useDocumentRegister();
  return (
    <>
      <PageTitle title={t('title')}>
        {me.data?.mayCreate.includes('governingDocument') === true ? (
          <TextLink to={routes.newDocument}>{t('write')}</TextLink>
        ) : null}
      </PageTitle>
      <Loaded query={register} skeletonLines={8}>
        {({ documents }) => <Register entries={documents} />}
      </Loaded>
    </>
  );
}

function Register({ entries }: { readonly entries: readonly DocumentEntry[] }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const [parameters, setParameters] = useSearchParams();
  const ours = useOurUnits();
  const units = useUnits();
  const filter = parseDocumentFilter(parameters);
  const today = todayInStockholm();
  const found = filterDocuments(entries, filter, { units: units.data ?? [], ours, today });
  const show = (next: DocumentFilter): void => {
    setParameters(documentFilterParameters(next), { replace: true });
  };
  return (
    <div className={styles.page} data-ready="">
      <p className={styles.text}>{t('intro')}</p>
      {entries.length === 0 ? (
        <Notice tone="info">{t('nothingHere')}</Notice>
      ) : (
        <>
          <DocumentFilters
            areas={areasOf(entries)}
            change={(part) => {
              show({ ...filter, ...part });
            }}
            clear={() => {
              show(noFilter);
            }}
            filter={filter}
          />
          <p aria-live="polite" className={styles.text}>
            {found.length === 0 ? t('noHits') : t('hits', { count: found.length })}
          </p>
          {found.length === 0 ? null : <DocumentTable entries={found} ours={ours} today={today} />}
        </>
      )}
    </div>
  );
}
