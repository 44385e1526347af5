import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDifference, PartChange } from '../../../shared/process/compare-models.ts';
import { processActivity } from '../../../shared/records/process-activity.ts';
import { useDifferences } from '../../api/process-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { linkedParts, useLinkedTitles } from './use-linked-titles.ts';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalXL },
  text: { margin: `${tokens.spacingVerticalXS} 0 0`, overflowWrap: 'anywhere' },
  kind: { fontWeight: tokens.fontWeightSemibold },
});

interface VersionDifferencesProps {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What one version has that the other has not, activity by activity. */
export function VersionDifferences({ id, from, to }: VersionDifferencesProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const differences = useDifferences(id, from, to);
  return (
    <Loaded query={differences}>
      {({ activities, other }) =>
        activities.length === 0 && other.length === 0 ? (
          <p className={styles.text}>{t('differences.none')}</p>
        ) : (
          <ul className={styles.list}>
            {activities.map((one) => (
              <li key={one.key}>
                <span className={styles.kind}>{t(`differences.${one.kind}`)}</span>:{' '}
                {one.name || t('differences.unnamed')}
                <Changes difference={one} />
              </li>
            ))}
            {other.map(({ kind, name }) => (
              <li key={`${kind} ${name}`}>
                <span className={styles.kind}>{t(`differences.${kind}`)}</span>
                {kind === 'flowChanged' ? '' : `: ${name || t('differences.unnamed')}`}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Changes({ difference }: { readonly difference: ActivityDifference }): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const needsTitles = difference.changes.some(({ part }) => linkedParts.includes(part));
  const titles = useLinkedTitles(needsTitles);
  if (difference.changes.length === 0) return null;

  const partName = (part: PartChange['part']): string => {
    if (part === 'role') return processActivity.fields.performs.label[language];
    return processActivity.fields[part].label[language];
  };
  const valueOf = (part: PartChange['part'], value: string): string => {
    if (value === '') return t('differences.empty');
    if (part === 'routineNotNeeded') return t('differences.yes');
    if (!linkedParts.includes(part)) return value;
    return value
      .split('; ')
      .map((id) => titles.get(id) ?? t('differences.another'))
      .join('; ');
  };
  return (
    <ul className={styles.list}>
      {difference.changes.map(({ part, from, to }) => (
        <li key={part}>
          {t('differences.part', { part: partName(part), from: valueOf(part, from), to: valueOf(part, to) })}
        </li>
      ))}
    </ul>
  );
}
