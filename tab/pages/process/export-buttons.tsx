import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportAnswer } from '../../../shared/api/process-contract.ts';
import { useExportProcess } from '../../api/process-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { saveFile } from './save-file.ts';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

function save({ name, contentType, bytes }: ExportAnswer): void {
  const content = Uint8Array.from(atob(bytes), (letter) => letter.codePointAt(0) ?? 0);
  saveFile(name, new Blob([content], { type: contentType }));
}

/** The process as a BPMN file, and its activities as a table for Excel. */
export function ExportButtons({ id }: { readonly id: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const file = useExportProcess(id);
  return (
    <>
      {file.error === null ? null : <FailureNotice failure={file.error} urgent />}
      <div className={styles.actions}>
        {(['bpmn', 'xlsx'] as const).map((format) => (
          <Button
            disabledFocusable={file.isPending}
            key={format}
            onClick={() => file.mutate(format, { onSuccess: save })}
          >
            {t(`exchange.${format}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
