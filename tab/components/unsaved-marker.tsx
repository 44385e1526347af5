import { makeStyles, tokens } from '@fluentui/react-components';
import { CloudSync20Regular } from '@fluentui/react-icons/svg/cloud-sync';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { Notice } from './notice.tsx';

/** Only delay is worth a warning (`design.md` 3). */
const warnAfterMs = 15 * 60_000;

const useStyles = makeStyles({
  marker: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface UnsavedMarkerProps {
  readonly record: Pick<RecordAnswer, 'inSharePoint' | 'modifiedAt' | 'createdAt'>;
  /** Now, in ms; passed in by tests. */
  readonly now?: number;
}

/** Says that SharePoint does not have the record's newest revision yet; after 15 minutes, that this takes too long. */
export function UnsavedMarker({ record, now = Date.now() }: UnsavedMarkerProps): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  if (record.inSharePoint) return null;
  const since = new Date(record.modifiedAt ?? record.createdAt).getTime();
  if (now - since > warnAfterMs) return <Notice tone="warning">{t('notInSharePointLong')}</Notice>;
  return (
    <span className={styles.marker}>
      <CloudSync20Regular aria-hidden="true" />
      {t('notInSharePoint')}
    </span>
  );
}
