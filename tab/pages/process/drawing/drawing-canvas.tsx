import type { ReactElement } from 'react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useCanvasStyles } from './canvas-styles.ts';
import { createViewer } from './create-viewer.ts';
import type { Drawing } from './drawing.ts';

interface DrawingCanvasProps {
  readonly bpmn: string;
  readonly label: string;
  readonly onOpen: (elementId: string) => void;
  /** Called with the drawing when it is on show, and with nothing when it goes. */
  readonly onShown: (drawing: Drawing | undefined) => void;
  readonly onFailure: () => void;
}

/** The frame in which bpmn-js draws. Loaded by itself, since bpmn-js is as heavy as the rest of the tab. */
export function DrawingCanvas({ bpmn, label, onOpen, onShown, onFailure }: DrawingCanvasProps): ReactElement {
  const styles = useCanvasStyles();
  const frame = useRef<HTMLDivElement>(null);
  const opened = useEffectEvent(onOpen);
  const shown = useEffectEvent(onShown);
  const failed = useEffectEvent(onFailure);

  useEffect(() => {
    if (frame.current === null) return undefined;
    const drawing = createViewer(frame.current, { label, onOpen: (id) => opened(id) });
    let gone = false;
    const present = async (): Promise<void> => {
      try {
        await drawing.show(bpmn);
        if (gone) return;
        drawing.fromStart();
        shown(drawing);
      } catch {
        if (!gone) failed();
      }
    };
    void present();
    return () => {
      gone = true;
      shown(undefined);
      drawing.destroy();
    };
  }, [bpmn, label]);

  return <div className={styles.frame} data-drawing="" ref={frame} />;
}
