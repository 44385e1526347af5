import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftState } from '../../api/use-draft.ts';

const useStyles = makeStyles({ note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 } });

interface DraftNoteProps {
  readonly state: DraftState;
  /** Nothing is kept while the words may be about misconduct. */
  readonly held: boolean;
}

/** Whether what is written is kept. A failed save is told at once; success quietly. */
export function DraftNote({ state, held }: DraftNoteProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const text = held ? t('draft.held') : state === 'none' ? '' : t(`draft.${state}`);
  return (
    <span className={styles.note} role="status">
      {text}
    </span>
  );
}
