import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '../../../shared/api/process-contract.ts';
import { Notice } from '../../components/notice.tsx';
import { Section } from '../../components/section.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { ImportProcess } from './import-process.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** The process to and from other tools, such as Camunda and 2c8. */
export function ProcessExchange({ answer }: { readonly answer: ProcessAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const [isImporting, setImporting] = useState(false);
  return (
    <Section heading={t('exchange.heading')}>
      <div className={styles.box}>
        {answer.notShown.length === 0 ? null : (
          <Notice tone="info">{t('import.notShown', { count: answer.notShown.length })}</Notice>
        )}
        <ExportButtons id={answer.process.id} />
        {isImporting ? (
          <ImportProcess answer={answer} onDone={() => setImporting(false)} />
        ) : answer.process.allowed.edit ? (
          <div>
            <Button onClick={() => setImporting(true)}>{t('exchange.import')}</Button>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
