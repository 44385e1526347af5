import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyReminders } from '../../api/reminder-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { Overview } from './overview.tsx';
import { ReminderList } from './reminder-list.tsx';

const useStyles = makeStyles({
  sections: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** What the bot sends me and how I want it; for the coordinator also how it goes for everybody. */
export function Page(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('reminders');
  const mine = useMyReminders();
  return (
    <>
      <PageTitle title={t('title')} />
      <Loaded query={mine} skeletonLines={6}>
        {(answer) => (
          <div className={styles.sections} data-ready="">
            <Section heading={t('mine')}>
              <ChoicesForm answer={answer} />
            </Section>
            <Section heading={t('recent')}>
              <ReminderList empty={t('none')} rows={answer.recent} />
            </Section>
            {answer.mayOversee ? <Overview /> : null}
          </div>
        )}
      </Loaded>
    </>
  );
}
