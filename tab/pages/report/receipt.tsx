import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { Notice } from '../../components/notice.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { UnsavedMarker } from '../../components/unsaved-marker.tsx';

const useStyles = makeStyles({
  receipt: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 720px)' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, ':focus': { outline: 'none' } },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  text: { margin: 0 },
  button: { justifySelf: 'start' },
});

interface ReceiptProps {
  readonly record: StoredAnswer;
  readonly onMore: () => void;
}

/** What was stored, by reference and status, and what happens now. The words themselves are not repeated. */
export function Receipt({ record, onMore }: ReceiptProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <div className={styles.receipt} data-receipt="">
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {t('receipt.title')}
      </h2>
      <div className={styles.facts}>
        <TextLink to={routeOfRecord(record.kind, record.id)}>{record.ref ?? t('receipt.open')}</TextLink>
        {record.status === '' ? null : <StatusBadge kind={record.kind} status={record.status} />}
        <UnsavedMarker record={record} />
      </div>
      {record.masked.personnummer || record.masked.names ? <Notice tone="info">{t('receipt.masked')}</Notice> : null}
      <p className={styles.text}>{t(record.kind === 'misconductCase' ? 'receipt.nextMisconduct' : 'receipt.next')}</p>
      <Button className={styles.button} onClick={onMore}>
        {t('receipt.more')}
      </Button>
    </div>
  );
}
