import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { IntakeReadAnswer } from '../../../shared/api/contract.ts';
import { routes } from '../../../shared/api/links.ts';
import { Notice } from '../../components/notice.tsx';
import { handOverWords } from './hand-over.ts';

interface ReadingNoticesProps {
  readonly reading: IntakeReadAnswer | undefined;
  /** The words may be about misconduct, and the person has not said otherwise. */
  readonly held: boolean;
  readonly words: string;
  readonly onOrdinary: () => void;
}

/** What the reading of the sentence found that a person should know before going on. */
export function ReadingNotices({ reading, held, words, onOrdinary }: ReadingNoticesProps): ReactElement | null {
  const { t } = useTranslation('report');
  const navigate = useNavigate();
  if (reading === undefined) return null;
  const masked = reading.containsPersonnummer || reading.mentionsPerson === true;
  return (
    <>
      {reading.kind === 'emergency' ? (
        <Notice title={t('emergency.title')} tone="error" urgent>
          {t('emergency.text')}
        </Notice>
      ) : null}
      {held ? (
        <Notice
          actions={
            <>
              <Button
                appearance="primary"
                onClick={() => {
                  handOverWords(words);
                  void navigate(routes.reportMisconduct);
                }}
              >
                {t('suspected.go')}
              </Button>
              <Button onClick={onOrdinary}>{t('suspected.ordinary')}</Button>
            </>
          }
          title={t('suspected.title')}
          tone="warning"
          urgent
        >
          {t('suspected.text')}
        </Notice>
      ) : null}
      {masked ? <Notice tone="info">{t('maskedNow')}</Notice> : null}
    </>
  );
}
