import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PageFit20Regular } from '@fluentui/react-icons/svg/page-fit';
import { ZoomIn20Regular } from '@fluentui/react-icons/svg/zoom-in';
import { ZoomOut20Regular } from '@fluentui/react-icons/svg/zoom-out';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawingNavigation } from './drawing.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

interface DrawingToolsProps {
  /** Absent until it is on show. */
  readonly drawing: DrawingNavigation | undefined;
  /** Further tools. */
  readonly children: ReactNode;
}

/** Buttons over a drawing: outside its frame, so that nothing covers the mark of bpmn.io. */
export function DrawingTools({ drawing, children }: DrawingToolsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('drawing');
  const disabled = drawing === undefined;
  return (
    <div aria-label={t('tools')} className={styles.tools} role="group">
      <Button appearance="subtle" disabled={disabled} icon={<ZoomIn20Regular />} onClick={() => drawing?.zoomBy(1.25)}>
        {t('zoomIn')}
      </Button>
      <Button appearance="subtle" disabled={disabled} icon={<ZoomOut20Regular />} onClick={() => drawing?.zoomBy(0.8)}>
        {t('zoomOut')}
      </Button>
      <Button appearance="subtle" disabled={disabled} icon={<PageFit20Regular />} onClick={() => drawing?.fit()}>
        {t('fit')}
      </Button>
      {children}
    </div>
  );
}
