import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import type { ReactElement } from 'react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { useCanvasStyles } from './canvas-styles.ts';
import { createModeler } from './create-modeler.ts';
import type { EditableDrawing } from './create-modeler.ts';
import type { Append } from './limit-tools.ts';
import { translateTools } from './translate-tools.ts';

/** Text written in the list comes letter by letter; the drawing follows when it pauses. */
const pauseMs = 250;

interface DrawingEditorCanvasProps {
  readonly file: string;
  readonly model: ProcessModel;
  readonly selectedId: string | undefined;
  readonly label: string;
  readonly onChange: (model: ProcessModel) => void;
  readonly onSelect: (stepId: string | undefined) => void;
  /** Adds after a step, and tells the id of what was added. */
  readonly onAppend: (...what: Parameters<Append>) => string | undefined;
  /** Called with the drawing when it is on show, and with nothing when it goes. */
  readonly onShown: (drawing: EditableDrawing | undefined) => void;
  readonly onFailure: () => void;
}

/** The frame in which the drawing is changed. Loaded by itself, with the tools of bpmn-js. */
export function DrawingEditorCanvas(props: DrawingEditorCanvasProps): ReactElement {
  const { file, model, selectedId, label } = props;
  const styles = useCanvasStyles();
  const { t } = useTranslation('drawing');
  const frame = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<EditableDrawing>();
  const changed = useEffectEvent(props.onChange);
  const selected = useEffectEvent(props.onSelect);
  const append = useEffectEvent(props.onAppend);
  /** What was added here, and is to be named as soon as it is drawn. */
  const unnamed = useRef<string>(undefined);
  const shown = useEffectEvent(props.onShown);
  const failed = useEffectEvent(props.onFailure);
  const latest = useEffectEvent(() => model);

  useEffect(() => {
    if (frame.current === null) return undefined;
    const made = createModeler(frame.current, {
      file,
      label,
      tools: translateTools((word) => t(`bpmn.${word}`)),
      onChange: (next) => changed(next),
      onSelect: (stepId) => selected(stepId),
      onAppend: (stepId, what) => {
        unnamed.current = append(stepId, what);
      },
    });
    let gone = false;
    const present = async (): Promise<void> => {
      try {
        await made.draw(latest());
        if (gone) return;
        made.fromStart();
        setDrawing(made);
        shown(made);
      } catch {
        if (!gone) failed();
      }
    };
    void present();
    return () => {
      gone = true;
      setDrawing(undefined);
      shown(undefined);
      made.destroy();
    };
  }, [file, label, t]);

  useEffect(() => {
    if (drawing === undefined) return undefined;
    const timer = setTimeout(
      () => {
        drawing.draw(model).then(
          () => {
            drawing.mark(selectedId);
            if (unnamed.current !== undefined) drawing.write(unnamed.current);
            unnamed.current = undefined;
          },
          () => failed(),
        );
      },
      unnamed.current === undefined ? pauseMs : 0,
    );
    return () => clearTimeout(timer);
  }, [drawing, model, selectedId]);

  return <div className={styles.frame} data-drawing="" ref={frame} />;
}
