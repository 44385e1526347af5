import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportAnswer } from '../../../shared/api/process-contract.ts';
import { useExportProcess } from '../../api/process-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

/** Hands a file to the browser, which asks or saves as its owner has chosen. */
function offer({ name, contentType, bytes }: ExportAnswer): void {
  const content = Uint8Array.from(atob(bytes), (letter) => letter.codePointAt(0) ?? 0);
  const address = URL.createObjectURL(new Blob([content], { type: contentType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by the time the click is over, but some read on for a moment.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
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
            onClick={() => file.mutate(format, { onSuccess: offer })}
          >
            {t(`exchange.${format}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
