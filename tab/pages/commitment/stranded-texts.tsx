import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import type { FieldDefinition } from '../../../shared/records/record-kind.ts';
import { useComment } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { valueText } from '../../components/field-value.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const fields: Readonly<Record<string, FieldDefinition>> = commitmentKind.fields;

/**
 * What somebody wrote in a draft that was submitted before they saved: shown instead of lost, and left as suggestions
 * where the person may still comment.
 */
export function StrandedTexts({ onDiscard }: { readonly onDiscard: () => void }): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const announce = useAnnounce();
  const { commitment, saved, mayComment, dispatch } = useEditor();
  const comment = useComment('commitment', commitment.id);

  function suggest(field: string, text: string): void {
    comment.mutate(
      { id: crypto.randomUUID(), kind: 'suggestion', field, text },
      {
        onSuccess: (record) => {
          dispatch({ kind: 'arrived', records: [record] });
          dispatch({ kind: 'edited', id: commitment.id, field, value: saved.fields[field] });
          announce(t('editor.stranded.suggested'));
        },
      },
    );
  }

  return (
    <Notice
      actions={<Button onClick={onDiscard}>{t('editor.restored.discard')}</Button>}
      title={t('editor.stranded.title')}
      tone="warning"
    >
      {t('editor.stranded.text')}
      {comment.error ? <FailureNotice failure={comment.error} urgent /> : null}
      <ul className={styles.list}>
        {Object.entries(commitment.edits).map(([field, edit]) => {
          const definition = fields[field];
          if (!definition) return null;
          const text = valueText(definition, edit.to, language);
          return (
            <li key={field}>
              <strong>{definition.label[language]}</strong>
              <p className={styles.text}>{text}</p>
              {mayComment && text ? (
                <Button disabledFocusable={comment.isPending} onClick={() => suggest(field, text)} size="small">
                  {t('editor.stranded.suggest')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
