import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { RecordEditor } from '../../components/record-editor.tsx';
import { RecordFields } from '../../components/record-fields.tsx';
import { Section } from '../../components/section.tsx';

const useStyles = makeStyles({ actions: { marginTop: tokens.spacingVerticalM } });

/** Shown by the page itself, or of no use to a reader. */
const notShown = [
  'name',
  'order',
  'diagramVersion',
  'parent',
  'effectIndicator',
  'documents',
  'goals',
  'supports',
] as const;

/** What the process is for, whom, with whom and to what effect; changed by the form of its definition. */
export function ProcessAbout({ record }: { readonly record: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const [isEditing, setEditing] = useState(false);
  return (
    <Section heading={t('about')}>
      {isEditing ? (
        <RecordEditor onClose={() => setEditing(false)} record={record} />
      ) : (
        <>
          <RecordFields record={record} without={notShown} />
          {record.allowed.edit ? (
            <div className={styles.actions}>
              <Button onClick={() => setEditing(true)}>{t('edit.fields')}</Button>
            </div>
          ) : null}
        </>
      )}
    </Section>
  );
}
