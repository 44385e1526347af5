import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncAnswer } from '../../../shared/api/sync-contract.ts';
import { definitionOf, isKindName } from '../../../shared/records/index.ts';
import { formatDate } from '../../components/format-date.ts';
import { Notice } from '../../components/notice.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
});

/** What waits, how old it is, and whether SharePoint asked us to hold back. */
export function StateSection({ answer }: { readonly answer: SyncAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const language = useLanguage();
  const { waiting, oldestWaitingAt, pausedUntil, late, lists } = answer;
  const isFine = !late && pausedUntil === undefined && lists.every(({ problem }) => problem === undefined);
  return (
    <Section heading={t('state.heading')}>
      <div className={styles.box}>
        {late ? <Notice tone="warning">{t('state.late')}</Notice> : null}
        {pausedUntil === undefined ? null : (
          <Notice tone="info">{t('state.paused', { at: formatDate(pausedUntil, language, 'time') })}</Notice>
        )}
        {isFine ? <Notice tone="success">{t('state.fine')}</Notice> : null}
        <p className={styles.text}>
          {waiting === 0 ? t('state.waitingNone') : `${t('state.waiting')}: ${t('state.waiting', { count: waiting })}.`}{' '}
          {oldestWaitingAt === undefined
            ? null
            : t('state.oldest', { at: formatDate(oldestWaitingAt, language, 'moment') })}
        </p>
      </div>
    </Section>
  );
}

export function ListsSection({ answer }: { readonly answer: SyncAnswer }): ReactElement {
  const { t } = useTranslation('sync');
  const language = useLanguage();
  const name = (kind: string): string => (isKindName(kind) ? definitionOf(kind).plural[language] : kind);
  return (
    <Section heading={t('lists.heading')}>
      <PlainTable
        caption={t('lists.caption')}
        columns={(['list', 'lastPull', 'problem'] as const).map((column) => t(`lists.${column}`))}
        rows={answer.lists.map(({ kind, lastPullAt, problem }) => ({
          key: kind,
          cells: [
            name(kind),
            lastPullAt === undefined ? t('lists.never') : formatDate(lastPullAt, language, 'moment'),
            problem ?? t('lists.noProblem'),
          ],
        }))}
      />
    </Section>
  );
}
