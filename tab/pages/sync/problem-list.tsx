import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOfRecord } from '../../../shared/api/links.ts';
import type { RecordName } from '../../../shared/api/sync-contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { Section } from '../../components/section.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    marginTop: tokens.spacingVerticalM,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalS,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, flex: '1 1 220px', overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground2 },
});

export interface Problem {
  readonly key: string;
  readonly kind: KindName;
  readonly record?: RecordName | undefined;
  /** What is wrong, and since when. */
  readonly facts: readonly string[];
  readonly content?: ReactNode;
  readonly action?: ReactNode;
}

interface ProblemListProps {
  readonly heading: string;
  readonly text: string;
  readonly none: string;
  readonly total: number;
  readonly problems: readonly Problem[];
  readonly aside?: ReactNode;
}

/** One sort of trouble: what it means, and each record that it concerns, by name only. */
export function ProblemList({ heading, text, none, total, problems, aside }: ProblemListProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const language = useLanguage();
  const unitName = useUnitName();
  return (
    <Section aside={aside} heading={heading}>
      {problems.length === 0 ? (
        <p className={styles.text}>{none}</p>
      ) : (
        <>
          <p className={styles.text}>{text}</p>
          {problems.length < total ? (
            <p className={styles.text}>{t('more', { shown: problems.length, total })}</p>
          ) : null}
          <ul className={styles.list}>
            {problems.map(({ key, kind, record, facts, content, action }) => {
              const label = definitionOf(kind).label[language];
              const name = record?.ref === undefined ? label : `${label} ${record.ref}`;
              const unit = record?.unitId === undefined ? undefined : unitName(record.unitId);
              return (
                <li className={styles.item} key={key}>
                  <div className={styles.words}>
                    {record === undefined ? (
                      <span>{name}</span>
                    ) : (
                      <TextLink to={routeOfRecord(kind, record.id)}>{name}</TextLink>
                    )}
                    <span className={styles.facts}>{[unit, ...facts].filter(Boolean).join(' · ')}</span>
                    {content}
                  </div>
                  {action}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Section>
  );
}
