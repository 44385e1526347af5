import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { routeOfRecord, routes } from '../../../shared/api/links.ts';
import { processTypes } from '../../../shared/records/process.ts';
import { useProcessMap } from '../../api/process-hooks.ts';
import { useMe, useUnits } from '../../api/read-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useModal } from '../../components/use-modal.ts';
import { useLanguage } from '../../host/host-context.ts';
import { NewProcessDialog } from './new-process-dialog.tsx';
import { findProcesses, isBand, withParts } from './process-entry.ts';
import type { ProcessEntry } from './process-entry.ts';
import { ProcessFacts } from './process-facts.tsx';
import { ProcessMap } from './process-map.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
  search: { flex: '1 1 220px', maxWidth: '420px' },
  text: { margin: 0 },
  units: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

const views = ['map', 'table'] as const;

/** "Processer": the map of the whole board's processes, and the same as a table. */
export function Page(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const [parameters] = useSearchParams();
  const [search, setSearch] = useState('');
  const unitName = useUnitName();
  const map = useProcessMap();
  const me = useMe();
  const units = useUnits();
  const creating = useModal<undefined>();
  const view = parameters.get('view') === 'table' ? 'table' : 'map';
  return (
    <>
      <PageTitle title={t('title')}>
        {me.data?.mayCreate.includes('process') === true ? (
          <Button
            appearance="primary"
            aria-haspopup="dialog"
            icon={<Add20Regular aria-hidden="true" />}
            onClick={() => creating.show(undefined)}
          >
            {t('create.open')}
          </Button>
        ) : null}
      </PageTitle>
      <Loaded query={map} skeletonLines={8}>
        {({ processes, unitsWithoutProcess }) => {
          const found = findProcesses(processes, search);
          return (
            <div className={styles.page} data-ready="">
              <p className={styles.text}>{t('intro')}</p>
              <div className={styles.bar}>
                <Field className={styles.search} label={t('search')}>
                  <Input onChange={(_event, { value }) => setSearch(value)} type="search" value={search} />
                </Field>
                <ChoiceLinks
                  label={t('view')}
                  links={views.map((one) => ({
                    to: `${routes.processes}?view=${one}`,
                    text: t(`views.${one}`),
                    current: one === view,
                  }))}
                />
              </div>
              {processes.length > 0 && found.length === 0 ? <p className={styles.text}>{t('noHits')}</p> : null}
              {view === 'map' ? <ProcessMap entries={found} /> : <ProcessTable entries={found} />}
              <Section heading={t('gaps.heading')}>
                {unitsWithoutProcess.length === 0 ? (
                  <p className={styles.text}>{t('gaps.none')}</p>
                ) : (
                  <ul className={styles.units}>
                    {unitsWithoutProcess.map((id) => (
                      <li key={id}>{unitName(id) ?? id}</li>
                    ))}
                  </ul>
                )}
              </Section>
            </div>
          );
        }}
      </Loaded>
      {creating.shown === undefined ? null : (
        <NewProcessDialog
          isOpen={creating.isOpen}
          key={creating.shown.turn}
          onClose={creating.close}
          unit={units.data?.find(({ id }) => id === me.data?.homeUnitId)}
        />
      )}
    </>
  );
}

function ProcessTable({ entries }: { readonly entries: readonly ProcessEntry[] }): ReactElement {
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const unitName = useUnitName();
  const columns = (['name', 'type', 'unit', 'status', 'facts'] as const).map((column) => t(`columns.${column}`));
  return (
    <PlainTable
      caption={t('title')}
      columns={columns}
      rows={withParts(entries).map(({ entry }) => {
        const { id, title, unitId, status, fields } = entry.record;
        return {
          key: id,
          cells: [
            <TextLink key="name" to={routeOfRecord('process', id)}>
              {title}
            </TextLink>,
            isBand(fields['processType']) ? processTypes[fields['processType']][language] : '',
            unitId === undefined ? '' : (unitName(unitId) ?? ''),
            <StatusBadge key="status" kind="process" status={status} />,
            <ProcessFacts entry={entry} key="facts" />,
          ],
        };
      })}
    />
  );
}
