import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastPull, SyncAnswer } from '../../../shared/api/sync-contract.ts';
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
  const { waiting, oldestWaitingAt, pausedUntil, late, pullLate, lists, library } = answer;
  const hasProblem = [...lists, library].some((one) => one?.problem !== undefined);
  const isFine = !late && !pullLate && pausedUntil === undefined && !hasProblem;
  return (
    <Section heading={t('state.heading')}>
      <div className={styles.box}>
        {late ? <Notice tone="warning">{t('state.late')}</Notice> : null}
        {pullLate ? <Notice tone="warning">{t('state.pullLate')}</Notice> : null}
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
  const cells = ({ lastPullAt, problem }: LastPull): readonly string[] => [
    lastPullAt === undefined ? t('lists.never') : formatDate(lastPullAt, language, 'moment'),
    problem ?? t('lists.noProblem'),
  ];
  return (
    <Section heading={t('lists.heading')}>
      <PlainTable
        caption={t('lists.caption')}
        columns={(['list', 'lastPull', 'problem'] as const).map((column) => t(`lists.${column}`))}
        rows={[
          ...answer.lists.map(({ kind, ...pull }) => ({ key: kind, cells: [name(kind), ...cells(pull)] })),
          ...(answer.library === undefined
            ? []
            : [{ key: 'library', cells: [t('lists.library'), ...cells(answer.library)] }]),
        ]}
      />
    </Section>
  );
}
