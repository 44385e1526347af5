import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import { planStates } from '../../../shared/records/plan-states.ts';
import type { FieldDefinition, Label } from '../../../shared/records/record-kind.ts';
import type { HistoryEntry } from '../../../shared/records/stored-record.ts';
import { useHistory } from '../../api/read-hooks.ts';
import { FieldValue } from '../../components/field-value.tsx';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { goalName } from '../commitments/goal-tree.ts';

const useStyles = makeStyles({
  drawer: { maxWidth: '100vw' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  head: { fontWeight: tokens.fontWeightSemibold },
  time: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, display: 'block' },
  change: { margin: 0, marginTop: tokens.spacingVerticalS },
  side: { margin: 0, paddingInlineStart: tokens.spacingHorizontalM, overflowWrap: 'anywhere' },
  which: { color: tokens.colorNeutralForeground2 },
});

interface HistoryDrawerProps {
  readonly commitmentId: string;
  readonly goals: readonly RecordAnswer[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const fields: Readonly<Record<string, FieldDefinition>> = commitmentKind.fields;
const states: Readonly<Record<string, Label>> = planStates;

/** Who did what and when, newest first, with every field before and after. */
export function HistoryDrawer({ commitmentId, goals, isOpen, onClose }: HistoryDrawerProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const history = useHistory('commitment', commitmentId, isOpen);

  function headline({ action, by, fromStatus, toStatus }: HistoryEntry): string {
    const from = states[fromStatus ?? '']?.[language] ?? '';
    const to = states[toStatus ?? '']?.[language] ?? '';
    return t(`history.${action}`, { name: by.name, from, to });
  }

  function titleOfGoal(id: string): string | undefined {
    const goal = goals.find((one) => one.id === id);
    return goal && goalName(goal);
  }

  return (
    <OverlayDrawer
      className={styles.drawer}
      onOpenChange={(_event, { open }) => (open ? undefined : onClose())}
      open={isOpen}
      position="end"
      size="medium"
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" aria-label={t('history.close')} icon={<Dismiss20Regular />} onClick={onClose} />
          }
        >
          {t('history.title')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody tabIndex={0}>
        <Loaded query={history}>
          {(entries) =>
            entries.length === 0 ? (
              <p>{t('history.empty')}</p>
            ) : (
              <ol className={styles.list}>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <span className={styles.head}>{headline(entry)}</span>
                    <span className={styles.time}>{formatDate(entry.at, language, 'moment')}</span>
                    {entry.reason === undefined ? null : <div>{t('history.reason', { reason: entry.reason })}</div>}
                    {entry.action === 'created'
                      ? null
                      : entry.changes.map(({ field, from, to }) => {
                          const definition = fields[field];
                          return definition ? (
                            <dl className={styles.change} key={field}>
                              <dt>{definition.label[language]}</dt>
                              <dd className={styles.side}>
                                <span className={styles.which}>{t('history.before')}: </span>
                                <FieldValue field={definition} referenceTitle={titleOfGoal} value={from} />
                              </dd>
                              <dd className={styles.side}>
                                <span className={styles.which}>{t('history.after')}: </span>
                                <FieldValue field={definition} referenceTitle={titleOfGoal} value={to} />
                              </dd>
                            </dl>
                          ) : null;
                        })}
                  </li>
                ))}
              </ol>
            )
          }
        </Loaded>
      </DrawerBody>
    </OverlayDrawer>
  );
}
