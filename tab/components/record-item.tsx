import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { routeOfRecord } from '../../shared/api/links.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { useUnitName } from '../api/use-unit-name.ts';
import { useLanguage } from '../host/host-context.ts';
import { formatDate } from './format-date.ts';
import { recordTitle } from './record-title.ts';
import { StatusBadge } from './status-badge.tsx';
import { TextLink } from './text-link.tsx';
import { UnsavedMarker } from './unsaved-marker.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

export function RecordList({ children }: { readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return <ul className={styles.list}>{children}</ul>;
}

/** A line of a list: a link to what it is about, and the facts below it. */
export function LinkedItem({
  to,
  title,
  children,
}: {
  readonly to: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <span>
        <TextLink to={to}>{title}</TextLink>
      </span>
      <span className={styles.facts}>{children}</span>
    </li>
  );
}

/** One record in a list: what it is, its status, reference, unit and day; `children` come first among the facts. */
export function RecordItem({
  record,
  children,
}: {
  readonly record: RecordAnswer;
  readonly children?: ReactNode;
}): ReactElement {
  const language = useLanguage();
  const unitName = useUnitName();
  const unit = record.unitId === undefined ? undefined : unitName(record.unitId);
  return (
    <LinkedItem
      title={recordTitle(record, definitionOf(record.kind), language)}
      to={routeOfRecord(record.kind, record.id)}
    >
      {children}
      <StatusBadge kind={record.kind} status={record.status} />
      {record.ref === undefined ? null : <span>{record.ref}</span>}
      {unit === undefined ? null : <span>{unit}</span>}
      <span>{formatDate(record.createdAt, language, 'shortDay')}</span>
      <UnsavedMarker record={record} />
    </LinkedItem>
  );
}
