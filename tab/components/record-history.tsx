import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindName } from '../../shared/records/index.ts';
import { definitionOf } from '../../shared/records/index.ts';
import type { RecordKindDefinition } from '../../shared/records/record-kind.ts';
import type { FieldChange, HistoryEntry } from '../../shared/records/stored-record.ts';
import { useHistory } from '../api/read-hooks.ts';
import { FieldValue } from './field-value.tsx';
import { formatDate } from './format-date.ts';
import { Loaded } from './loaded.tsx';
import { Section } from './section.tsx';
import { useLanguage } from '../host/host-context.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  entry: {
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    paddingInlineStart: tokens.spacingHorizontalM,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  when: { color: tokens.colorNeutralForeground2 },
  changes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  summary: {
    cursor: 'pointer',
    minHeight: '24px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface RecordHistoryProps {
  readonly kind: KindName;
  readonly id: string;
  readonly referenceTitle?: (id: string) => string | undefined;
}

/** Who did what, when, from what to what; newest first. */
export function RecordHistory({ kind, id, referenceTitle = () => undefined }: RecordHistoryProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const history = useHistory(kind, id);
  return (
    <Section heading={t('history.heading')}>
      <Loaded query={history}>
        {(entries) => (
          <ol className={styles.list}>
            {entries.map((entry) => (
              <Entry definition={definitionOf(kind)} entry={entry} key={entry.id} referenceTitle={referenceTitle} />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

interface EntryProps {
  readonly entry: HistoryEntry;
  readonly definition: RecordKindDefinition;
  readonly referenceTitle: (id: string) => string | undefined;
}

function Entry({ entry, definition, referenceTitle }: EntryProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const state = (name: string | undefined): string =>
    name === undefined ? '' : (definition.states[name]?.[language] ?? name);
  const changes = entry.changes.filter((change) => definition.fields[change.field] !== undefined);
  const what =
    entry.action === 'stepTaken'
      ? t('history.stepTaken', { from: state(entry.fromStatus), to: state(entry.toStatus) })
      : t(`history.${entry.action === 'created' && definition.group === 'plan' ? 'written' : entry.action}`);
  return (
    <li className={styles.entry}>
      <span className={styles.what}>{what}</span>
      <span className={styles.when}>
        {t('history.who', {
          name: entry.by.name,
          at: formatDate(entry.at, language, 'moment'),
          via: t(`history.via.${entry.via}`),
        })}
      </span>
      {entry.reason === undefined ? null : <span>{t('history.reason', { reason: entry.reason })}</span>}
      {changes.length === 0 ? null : (
        <details open={entry.action === 'changed'}>
          <summary className={styles.summary}>{t('history.changes', { count: changes.length })}</summary>
          <ul className={styles.changes}>
            {changes.map((change) => (
              <Change change={change} definition={definition} key={change.field} referenceTitle={referenceTitle} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Change({
  change,
  definition,
  referenceTitle,
}: {
  readonly change: FieldChange;
  readonly definition: RecordKindDefinition;
  readonly referenceTitle: (id: string) => string | undefined;
}): ReactElement | null {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const field = definition.fields[change.field];
  if (field === undefined) return null;
  return (
    <li>
      {field.label[language]}:{' '}
      {change.from === undefined ? null : (
        <>
          <FieldValue field={field} referenceTitle={referenceTitle} value={change.from} /> {t('history.became')}{' '}
        </>
      )}
      <FieldValue field={field} referenceTitle={referenceTitle} value={change.to} />
    </li>
  );
}
