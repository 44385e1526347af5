import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failures } from '../../shared/errors.ts';
import { asApiFailure } from '../api/api-failure.ts';
import { useLanguage } from '../host/host-context.ts';
import { Notice } from './notice.tsx';

interface FailureNoticeProps {
  readonly failure: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** The failure answers something that the person just did. */
  readonly urgent?: boolean;
}

/** Says what went wrong and what to do, in the words of `shared/errors.ts`, with a retry where one may help. */
export function FailureNotice({ failure: thrown, onRetry, urgent = false }: FailureNoticeProps): ReactElement {
  const { t } = useTranslation('tab');
  const language = useLanguage();
  const failure = asApiFailure(thrown);
  const missing = failure.code === 'notAllowed' || failure.code === 'notFound';
  return (
    <Notice
      actions={
        onRetry === undefined || missing ? undefined : (
          <Button appearance="outline" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
      tone={missing ? 'info' : 'error'}
      urgent={urgent}
    >
      {failure.text ?? failures[failure.code].text[language]}
      {failure.code === 'unexpected' && failure.requestId !== undefined ? (
        <> {t('requestId', { id: failure.requestId })}</>
      ) : null}
    </Notice>
  );
}
