import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { governingDocument } from '../../../shared/records/governing-document.ts';
import { RecordFact } from '../../components/record-fields.tsx';
import { useLanguage } from '../../host/host-context.ts';

/** Only an address of the web may become a link; what else is written there is shown as it is. */
const webAddress = /^https:\/\/[^\s"<>]+$/u;

/** Where the document itself is. */
export function FileLink({ value }: { readonly value: unknown }): ReactElement | null {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  if (typeof value !== 'string') return null;
  return (
    <RecordFact label={governingDocument.fields.location.label[language]}>
      {webAddress.test(value) ? (
        <Link href={value} inline rel="noreferrer" target="_blank">
          {t('openFile')}
        </Link>
      ) : (
        value
      )}
    </RecordFact>
  );
}
