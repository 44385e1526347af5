import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { useRecord } from '../../api/read-hooks.ts';
import { RecordFact } from '../../components/record-fields.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';

/** The fields that this shows in their own way. */
export const placeFields = ['processId', 'activityId'] as const;

/** Where in which process it happened, with the way to the process; nothing for cases that name none. */
export function ProcessPlace({ record }: { readonly record: RecordAnswer }): ReactElement | null {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const { processId, activityId } = record.fields;
  const activity = useRecord('processActivity', textOf(activityId), textOf(activityId) !== '');
  // Where only the activity is named, its process is that of the activity.
  const whole = processId ?? activity.data?.fields['process'];
  const process = useRecord('process', textOf(whole), textOf(whole) !== '');
  const { fields } = definitionOf(record.kind);
  return (
    <>
      {typeof whole === 'string' && fields['processId'] !== undefined ? (
        <RecordFact label={fields['processId'].label[language]}>
          <TextLink to={routeOfRecord('process', whole)}>{process.data?.title ?? t('toProcess')}</TextLink>
        </RecordFact>
      ) : null}
      {typeof activityId === 'string' && fields['activityId'] !== undefined ? (
        <RecordFact label={fields['activityId'].label[language]}>
          {activity.data?.title ?? t('unknownActivity')}
          {activity.data?.status === 'removed' ? ` (${t('removedActivity')})` : ''}
        </RecordFact>
      ) : null}
    </>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
