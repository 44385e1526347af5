import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { bands, withParts } from './process-entry.ts';
import type { ProcessEntry } from './process-entry.ts';
import { ProcessFacts } from './process-facts.tsx';

const useStyles = makeStyles({
  map: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  row: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
  },
  tile: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
  part: { borderInlineStartStyle: 'dashed' },
  facts: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  empty: { margin: 0 },
});

/** Steering on top, the value chain of main processes, support below (R59); parts follow the process they belong to. */
export function ProcessMap({ entries }: { readonly entries: readonly ProcessEntry[] }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const unitName = useUnitName();
  return (
    <div className={styles.map}>
      {bands.map((band) => {
        const rows = withParts(entries.filter(({ record }) => record.fields['processType'] === band));
        return (
          <Section heading={t(`bands.${band}`)} key={band}>
            {rows.length === 0 ? <p className={styles.empty}>{t('none')}</p> : null}
            <ul className={styles.row}>
              {rows.map(({ entry, depth }) => (
                <li className={mergeClasses(styles.tile, depth > 0 && styles.part)} key={entry.record.id}>
                  <TextLink to={routeOfRecord('process', entry.record.id)}>{entry.record.title}</TextLink>
                  <span className={styles.facts}>
                    {entry.record.unitId === undefined ? '' : unitName(entry.record.unitId)}
                  </span>
                  <span className={styles.facts}>
                    <ProcessFacts entry={entry} />
                  </span>
                  <span>
                    <StatusBadge kind="process" status={entry.record.status} />
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}
