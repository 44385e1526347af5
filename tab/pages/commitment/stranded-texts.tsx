import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/api/contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import { useComment } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { valueText } from '../../components/field-value.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import type { EditedRecord } from './editor-state.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
});

interface StrandedText {
  readonly recordId: string;
  readonly field: string;
  readonly label: string;
  readonly text: string;
  /** The field that a suggestion can be about; words of a result are left about the commitment as a whole. */
  readonly about: string | undefined;
}

/** Everything in words that is written and not saved. What refers to other records means nothing by itself. */
function strandedTexts(records: readonly EditedRecord[], language: Language): readonly StrandedText[] {
  return records.flatMap(({ id, kind, edits }) => {
    const { fields } = definitionOf(kind);
    return Object.entries(edits).flatMap(([field, { to }]) => {
      const definition = fields[field];
      if (definition === undefined || definition.type === 'reference') return [];
      const about = kind === 'commitment' ? field : undefined;
      return [
        { recordId: id, field, label: definition.label[language], text: valueText(definition, to, language), about },
      ];
    });
  });
}

interface StrandedTextsProps {
  /** The records with their edits, as the person left them. */
  readonly records: readonly EditedRecord[];
  readonly onDiscard: () => void;
}

/**
 * What somebody wrote in a draft that was submitted before they saved: shown instead of lost, and left as suggestions
 * where the person may still comment.
 */
export function StrandedTexts({ records, onDiscard }: StrandedTextsProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const announce = useAnnounce();
  const { commitment, mayComment, dispatch } = useEditor();
  const comment = useComment('commitment', commitment.id);

  function suggest({ recordId, field, label, text, about }: StrandedText): void {
    const before = records.find((one) => one.id === recordId)?.saved?.fields[field];
    const words = about === undefined ? { text: `${label}: ${text}` } : { text, field: about };
    comment.mutate(
      { id: crypto.randomUUID(), kind: 'suggestion', ...words },
      {
        onSuccess: (record) => {
          dispatch({ kind: 'edited', id: recordId, field, value: before });
          dispatch({ kind: 'arrived', records: [record] });
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
        {strandedTexts(records, language).map((stranded) => (
          <li key={`${stranded.recordId} ${stranded.field}`}>
            <strong>{stranded.label}</strong>
            <p className={styles.text}>{stranded.text}</p>
            {mayComment && stranded.text ? (
              <Button disabledFocusable={comment.isPending} onClick={() => suggest(stranded)} size="small">
                {t('editor.stranded.suggest')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
