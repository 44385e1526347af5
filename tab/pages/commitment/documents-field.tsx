import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import { useRecords } from '../../api/read-hooks.ts';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import { PlanField } from './plan-field.tsx';

const useStyles = makeStyles({
  label: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  empty: { color: tokens.colorNeutralForeground2, margin: 0 },
});

/** The governing documents that the commitment follows (R32): chosen in a draft, else links to their pages. */
export function DocumentsField(): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { commitment, mayEdit } = useEditor();
  const value = fieldsOf(commitment)['documents'];
  const ids = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const documents = useRecords('governingDocument', { sort: 'title', limit: 200 }, ids.length > 0);
  if (mayEdit) return <PlanField name="documents" record={commitment} />;
  const { label } = commitmentKind.fields.documents;
  return (
    <div>
      <span className={styles.label}>{label[language]}</span>
      {ids.length === 0 ? (
        <p className={styles.empty}>{t('editor.notWritten')}</p>
      ) : (
        <ul className={styles.list}>
          {ids.map((id) => (
            <li key={id}>
              <TextLink to={routeOfRecord('governingDocument', id)}>
                {documents.data?.rows.find((row) => row.id === id)?.title ?? label[language]}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
