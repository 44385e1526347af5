import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import type { ReactElement } from 'react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '../../../../shared/api/process-contract.ts';
import { useDiagram } from '../../../api/process-hooks.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Section } from '../../../components/section.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { badgesOf } from './badges.ts';
import type { Drawing } from './drawing.ts';
import { DrawingTools } from './drawing-tools.tsx';
import { saveFile } from '../save-file.ts';
import { fileName, pngFile, svgFile } from './picture-files.ts';
import { useNear } from './use-near.ts';

const DrawingCanvas = lazy(async () => ({ default: (await import('./drawing-canvas.tsx')).DrawingCanvas }));

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ProcessDrawingProps {
  readonly answer: ProcessAnswer;
  /** Goes to the activity's row in the list, by its record. */
  readonly onOpen: (activityId: string) => void;
}

/** The process as a drawing, with what is open at each activity. What it shows stands in the list, which comes first. */
export function ProcessDrawing({ answer, onOpen }: ProcessDrawingProps): ReactElement {
  const { t } = useTranslation('drawing');
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  return (
    <Section heading={t('heading')}>
      <div ref={place}>{near ? <Shown answer={answer} onOpen={onOpen} /> : <Skeleton lines={6} />}</div>
    </Section>
  );
}

function Shown({ answer, onOpen }: ProcessDrawingProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('drawing');
  const { id, title } = answer.process;
  const diagram = useDiagram(id);
  const [drawing, setDrawing] = useState<Drawing>();
  const [failure, setFailure] = useState<'drawing' | 'picture'>();

  useEffect(() => {
    drawing?.setBadges(
      badgesOf(answer, {
        deviations: (count) => t('badge.deviations', { count }),
        checks: (count) => t('badge.checks', { count }),
      }),
    );
  }, [answer, drawing, t]);

  const open = (elementId: string): void => {
    const activityId = answer.model.steps.find((step) => step.id === elementId)?.activityId;
    if (activityId === undefined) return;
    drawing?.choose(elementId);
    onOpen(activityId);
  };
  const save = async (ending: 'svg' | 'png'): Promise<void> => {
    if (drawing === undefined) return;
    try {
      const svg = await drawing.svg();
      saveFile(`${fileName(title)}.${ending}`, ending === 'svg' ? svgFile(svg) : await pngFile(svg));
      setFailure(undefined);
    } catch {
      setFailure('picture');
    }
  };

  const disabled = drawing === undefined;
  return (
    <div className={styles.box}>
      <p className={styles.text}>{t('twin')}</p>
      <DrawingTools drawing={drawing}>
        <Button
          appearance="subtle"
          disabled={disabled}
          icon={<ArrowDownload20Regular />}
          onClick={() => void save('png')}
        >
          {t('png')}
        </Button>
        <Button
          appearance="subtle"
          disabled={disabled}
          icon={<ArrowDownload20Regular />}
          onClick={() => void save('svg')}
        >
          {t('svg')}
        </Button>
      </DrawingTools>
      {failure === undefined ? null : <Notice tone="warning">{t(`failed.${failure}`)}</Notice>}
      <Loaded query={diagram} skeletonLines={6}>
        {({ bpmn }) => (
          <Suspense fallback={<Skeleton lines={6} />}>
            <DrawingCanvas
              bpmn={bpmn}
              label={t('label', { name: title })}
              onFailure={() => setFailure('drawing')}
              onOpen={open}
              onShown={setDrawing}
            />
          </Suspense>
        )}
      </Loaded>
    </div>
  );
}
