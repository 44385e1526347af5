import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRedo20Regular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    zIndex: 10,
    // On a low or narrow window it would cover what is being written.
    '@media (min-height: 560px) and (min-width: 640px)': { position: 'sticky', top: 0 },
  },
  state: { flex: '1 1 180px', minWidth: 0 },
});

interface SaveBarProps {
  /** What is saved and what is not, in words. */
  readonly state: ReactNode;
  readonly isChanged: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly busy: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
}

/** What is saved, one step back and forth, and saving. */
export function SaveBar(props: SaveBarProps): ReactElement {
  const { state, isChanged, canUndo, canRedo, busy, onUndo, onRedo, onSave } = props;
  const styles = useStyles();
  const { t } = useTranslation('processEditor');
  return (
    <div aria-label={t('bar.label')} className={styles.bar} role="group">
      <span className={styles.state}>{state}</span>
      <Button
        aria-keyshortcuts="Control+Z"
        disabledFocusable={!canUndo}
        icon={<ArrowUndo20Regular aria-hidden="true" />}
        onClick={onUndo}
      >
        {t('bar.undo')}
      </Button>
      <Button
        aria-keyshortcuts="Control+Y"
        disabledFocusable={!canRedo}
        icon={<ArrowRedo20Regular aria-hidden="true" />}
        onClick={onRedo}
      >
        {t('bar.redo')}
      </Button>
      <Button
        appearance={isChanged ? 'primary' : 'secondary'}
        aria-keyshortcuts="Control+S"
        disabledFocusable={busy}
        onClick={onSave}
      >
        {t(busy ? 'bar.saving' : 'bar.save')}
      </Button>
    </div>
  );
}
