import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReminderLine } from '../../../shared/api/reminder-contract.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { formatDate } from '../../components/format-date.ts';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  more: { color: tokens.colorNeutralForeground2 },
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ReminderListProps {
  readonly rows: readonly ReminderLine[];
  readonly empty: string;
  /** Whom each is for; without it they are the reader's own. */
  readonly withPerson?: boolean;
}

/** One line a reminder: about what, how it ended and why. */
export function ReminderList({ rows, empty, withPerson = false }: ReminderListProps): ReactElement {
  const styles = useStyles();
  const { t, i18n } = useTranslation('reminders');
  const language = useLanguage();
  const unitName = useUnitName();
  if (rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  const reasonOf = ({ reason = '' }: ReminderLine) =>
    i18n.exists(`reminders:reason.${reason}`) ? ` (${t(`reason.${reason}`)})` : '';
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li className={styles.line} key={row.id}>
          <span>
            {[
              ...(withPerson ? [row.person?.name ?? t('nobody')] : []),
              `${t(`subject.${row.subject}`)}${row.ref === undefined ? '' : ` ${row.ref}`}`,
              ...(row.unitId === undefined ? [] : [unitName(row.unitId) ?? '']),
            ].join(' · ')}
          </span>
          <span className={styles.more}>
            {formatDate(row.dueAt, language, 'moment')} · {t(`state.${row.state}`)}
            {reasonOf(row)}
          </span>
        </li>
      ))}
    </ul>
  );
}
