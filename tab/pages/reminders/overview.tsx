import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemindersOverviewAnswer } from '../../../shared/api/reminder-contract.ts';
import { useRemindersOverview } from '../../api/reminder-hooks.ts';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { ReminderList } from './reminder-list.tsx';
import { RulesForm } from './rules-form.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    margin: 0,
  },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  name: { color: tokens.colorNeutralForeground2 },
  help: { marginTop: 0 },
});

/** The coordinator's page: is it running, has it reached people, and whom does it not reach. */
export function Overview(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('reminders');
  const overview = useRemindersOverview();
  return (
    <Loaded query={overview} skeletonLines={6}>
      {(answer) => (
        <>
          <Section heading={t('overview')}>
            <Facts answer={answer} />
          </Section>
          <Section heading={t('unreached')}>
            {answer.unreached.length === 0 ? null : <p className={styles.help}>{t('unreachedHelp')}</p>}
            <ReminderList empty={t('allReached')} rows={answer.unreached} withPerson />
          </Section>
          <Section heading={t('latest')}>
            <ReminderList empty={t('none')} rows={answer.recent} withPerson />
          </Section>
          <Section heading={t('rules')}>
            <RulesForm rules={answer.rules} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Facts({ answer }: { readonly answer: RemindersOverviewAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('reminders');
  const language = useLanguage();
  const { lastRun, nextRunAt, counts } = answer;
  const sum = (...states: readonly string[]) =>
    String(states.reduce((total, state) => total + (counts[state] ?? 0), 0));
  const facts: readonly (readonly [string, string])[] = [
    [t('lastRun'), lastRun === undefined ? t('never') : formatDate(lastRun.startedAt, language, 'moment')],
    [t('nextRun'), formatDate(nextRunAt, language, 'moment')],
    [t('sent'), sum('sent', 'answered', 'snoozed', 'delegated')],
    [t('answered'), sum('answered')],
    [t('snoozed'), sum('snoozed')],
    [t('unreachable'), sum('unreachable', 'failed', 'maybeDelivered')],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
