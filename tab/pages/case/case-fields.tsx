import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { FieldValue } from '../../components/field-value.tsx';
import { formatDate } from '../../components/format-date.ts';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  label: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: 0, maxWidth: '760px' },
});

/** Every field that has a value, in the order of the definition. What the view hides is absent, not empty. */
export function CaseFields({ record }: { readonly record: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const { fields } = definitionOf(record.kind);
  const { occurredMonth, handledBy } = record.fields;
  return (
    <dl className={styles.list}>
      {Object.entries(fields)
        .filter(([name]) => record.fields[name] !== undefined)
        .map(([name, field]) => (
          <div key={name}>
            <dt className={styles.label}>{field.label[language]}</dt>
            <dd className={styles.value}>
              <FieldValue field={field} value={record.fields[name]} />
            </dd>
          </div>
        ))}
      {typeof occurredMonth === 'string' ? (
        <div>
          <dt className={styles.label}>{t('occurredMonth')}</dt>
          <dd className={styles.value}>{formatDate(`${occurredMonth}-15T12:00:00Z`, language, 'month')}</dd>
        </div>
      ) : null}
      {typeof handledBy === 'string' ? (
        <div>
          <dt className={styles.label}>{t('handledBy')}</dt>
          <dd className={styles.value}>{handledBy}</dd>
        </div>
      ) : null}
    </dl>
  );
}
