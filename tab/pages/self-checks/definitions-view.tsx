import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOfRecord, routes } from '../../../shared/api/links.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { selfCheckAreas } from '../../../shared/records/self-check-choices.ts';
import { selfCheckDefinition } from '../../../shared/records/self-check-definition.ts';
import { useMe, useRecords } from '../../api/read-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({ empty: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Every self-check that is described: what, how often, where and whether it is in force. */
export function DefinitionsView(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const unitName = useUnitName();
  const definitions = useRecords('selfCheckDefinition', { sort: 'title', limit: 200 });
  const mayCreate = useMe().data?.mayCreate.includes('selfCheckDefinition') ?? false;
  const add = <TextLink to={`${routes.selfCheckDefinitions}/ny`}>{t('definitions.add')}</TextLink>;
  return (
    <Loaded query={definitions} skeletonLines={6}>
      {({ rows }) => (
        <Section aside={mayCreate ? add : null} heading={t('definitions.heading')}>
          <div data-ready="">
            {rows.length === 0 ? (
              <p className={styles.empty}>{t('definitions.none')}</p>
            ) : (
              <PlainTable
                caption={t('definitions.heading')}
                columns={(['name', 'area', 'frequency', 'units', 'status'] as const).map((name) =>
                  t(`definitions.${name}`),
                )}
                rows={rows.map(({ id, title, unitId, status, fields }) => {
                  const { area, frequency, units = [] } = fields as FieldsOfKind<'selfCheckDefinition'>;
                  const [only] = unitId === undefined ? (units.length === 1 ? units : []) : [unitId];
                  return {
                    key: id,
                    cells: [
                      <TextLink key="name" to={routeOfRecord('selfCheckDefinition', id)}>
                        {title}
                      </TextLink>,
                      area === undefined ? '' : selfCheckAreas[area][language],
                      frequency === undefined ? '' : selfCheckDefinition.fields.frequency.choices[frequency][language],
                      only === undefined ? t('definitions.unitCount', { count: units.length }) : (unitName(only) ?? ''),
                      <StatusBadge key="status" kind="selfCheckDefinition" status={status} />,
                    ],
                  };
                })}
              />
            )}
          </div>
        </Section>
      )}
    </Loaded>
  );
}
