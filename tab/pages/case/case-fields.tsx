import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { formatDate } from '../../components/format-date.ts';
import { RecordFact, RecordFields } from '../../components/record-fields.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { placeFields, ProcessPlace } from './process-place.tsx';

/** The fields of a case, and what stands in for them where the view hides them. */
export function CaseFields({ record }: { readonly record: RecordAnswer }): ReactElement {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const { occurredMonth, handledBy } = record.fields;
  return (
    <RecordFields record={record} without={placeFields}>
      <ProcessPlace record={record} />
      {typeof occurredMonth === 'string' ? (
        <RecordFact label={t('occurredMonth')}>
          {formatDate(`${occurredMonth}-15T12:00:00Z`, language, 'month')}
        </RecordFact>
      ) : null}
      {typeof handledBy === 'string' ? <RecordFact label={t('handledBy')}>{handledBy}</RecordFact> : null}
    </RecordFields>
  );
}
