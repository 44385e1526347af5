import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelfCheckPreviewRequest } from '../../../shared/api/self-check-contract.ts';
import { useSchedulePreview } from '../../api/self-check-hooks.ts';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import type { FormValues } from '../../components/record-form/form-values.ts';
import { useDebounced } from '../../components/use-debounced.ts';
import { useLanguage } from '../../host/host-context.ts';
import { scheduleRequest } from './schedule-request.ts';

const delayMs = 300;

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalL },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The next dates of the schedule as it is written now, days off reckoned with. */
export function SchedulePreview({ values }: { readonly values: FormValues }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  // As text, so that what says the same asks nothing new.
  const written = useDebounced(JSON.stringify(scheduleRequest(values) ?? null), delayMs);
  const request = useMemo(() => (JSON.parse(written) as SelfCheckPreviewRequest | null) ?? undefined, [written]);
  return (
    <div>
      <h3 className={styles.heading}>{t('definition.upcoming')}</h3>
      {request === undefined ? (
        <p className={styles.text}>{t('definition.noDates')}</p>
      ) : (
        <NextDates request={request} />
      )}
    </div>
  );
}

function NextDates({ request }: { readonly request: SelfCheckPreviewRequest }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const preview = useSchedulePreview(request);
  return (
    <Loaded query={preview} skeletonLines={3}>
      {({ understood, next }) =>
        next.length === 0 ? (
          <p className={styles.text}>{t(understood ? 'definition.ended' : 'definition.notUnderstood')}</p>
        ) : (
          <ol className={styles.list}>
            {next.map(({ period, opensOn, dueOn }) => (
              <li key={period}>
                {t('definition.upcomingLine', {
                  period,
                  opens: formatDate(opensOn, language, 'shortDay'),
                  due: formatDate(dueOn, language, 'shortDay'),
                })}
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}
