import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { selfCheckOccurrence } from '../../../shared/records/self-check-occurrence.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { formatDate } from '../../components/format-date.ts';
import { LinkedItem, RecordList } from '../../components/record-item.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { isLate } from './check-lines.ts';
import type { CheckLine } from './check-lines.ts';

const useStyles = makeStyles({
  step: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  late: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface CheckListProps {
  readonly lines: readonly CheckLine[];
  readonly empty: string;
  readonly today: string;
  /** More are shown when asked for; all unless told. */
  readonly atFirst?: number;
}

/** Self-checks one below the other: the next step and its day before where it is and how it stands. */
export function CheckList({ lines, empty, today, atFirst = Infinity }: CheckListProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const [all, setAll] = useState(false);
  if (lines.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <>
      <RecordList>
        {(all ? lines : lines.slice(0, atFirst)).map((line) => (
          <CheckItem key={line.id} line={line} today={today} />
        ))}
      </RecordList>
      {all || lines.length <= atFirst ? null : (
        <Button onClick={() => setAll(true)}>{t('todo.showAll', { count: lines.length })}</Button>
      )}
    </>
  );
}

function CheckItem({ line, today }: { readonly line: CheckLine; readonly today: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const unitName = useUnitName();
  const { id, name, status, dueOn, opensOn, unitId, ref, result, next, answered } = line;
  const day = formatDate(status === 'scheduled' ? opensOn : dueOn, language, 'shortDay');
  const late = isLate(line, today);
  const results: Readonly<Record<string, { readonly sv: string; readonly en: string }>> =
    selfCheckOccurrence.fields.result.choices;
  return (
    <LinkedItem title={name} to={routeOfRecord('selfCheckOccurrence', id)}>
      {next === undefined ? null : <span className={styles.step}>{t(`next.${next}`)}</span>}
      <span className={late ? styles.late : undefined}>
        {t(late ? 'late' : status === 'scheduled' ? 'opens' : 'due', { day })}
      </span>
      {unitId === undefined ? null : <span>{unitName(unitId)}</span>}
      {answered === undefined || answered.done === 0 ? null : <span>{t('answered', answered)}</span>}
      <StatusBadge kind="selfCheckOccurrence" status={status} />
      {result === undefined ? null : <span>{results[result]?.[language]}</span>}
      {ref === undefined ? null : <span>{ref}</span>}
    </LinkedItem>
  );
}
