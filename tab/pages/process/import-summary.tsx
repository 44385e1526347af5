import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportProcessAnswer } from '../../../shared/api/process-contract.ts';
import { activityKinds } from '../../../shared/process/process-model.ts';
import { Notice } from '../../components/notice.tsx';
import { LostLinks } from './lost-links.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** What a file holds: what was found again, what is new, what it lacks, and what of it is not shown. */
export function ImportSummary({ found }: { readonly found: ImportProcessAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const { model, matches, missing, questions, notShown, lostLinks } = found;
  const activities = model.steps.filter(({ kind }) => activityKinds.has(kind)).length;
  return (
    <>
      <ul className={styles.list}>
        <li>{t('import.activities', { count: activities })}</li>
        <li>{t('import.matched', { count: matches.length })}</li>
        <li>{t('import.added', { count: activities - matches.length - questions.length })}</li>
        <li>{t('import.gone', { count: missing.length })}</li>
      </ul>
      {notShown.length === 0 ? null : <Notice tone="info">{t('import.notShown', { count: notShown.length })}</Notice>}
      <LostLinks links={lostLinks} title={t('import.lost')} />
    </>
  );
}
