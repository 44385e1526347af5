import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { RecordBody } from '../../components/record-body.tsx';
import { Section } from '../../components/section.tsx';
import { CaseFields } from './case-fields.tsx';

const useStyles = makeStyles({
  message: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What became of it for the reporter, the next steps, and the fields: to read, or to edit where allowed. */
export function CaseBody({ record }: { readonly record: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const message = record.fields['messageToReporter'];
  const reason = record.fields['rejectionReason'];
  return (
    <>
      {record.reportedByMe ? (
        <Section heading={t('outcome.heading')}>
          {typeof message === 'string' ? <p className={styles.message}>{message}</p> : null}
          {typeof reason === 'string' ? <p className={styles.message}>{t('outcome.rejected', { reason })}</p> : null}
          {typeof message === 'string' || typeof reason === 'string' ? null : (
            <p className={styles.quiet}>{t('outcome.nothingYet')}</p>
          )}
        </Section>
      ) : null}
      <RecordBody reasonLabel={t('reason')} record={record}>
        <CaseFields record={record} />
      </RecordBody>
    </>
  );
}
