import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandRefusal, ProcessCommand } from '../../../../shared/process/commands/command.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { useDiagram } from '../../../api/process-hooks.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Section } from '../../../components/section.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import type { EditableDrawing } from './create-modeler.ts';
import { DrawingTools } from './drawing-tools.tsx';
import { useNear } from './use-near.ts';

const DrawingEditorCanvas = lazy(async () => ({
  default: (await import('./drawing-editor-canvas.tsx')).DrawingEditorCanvas,
}));

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the drawing needs of the store that it shares with the list. */
interface DrawnStore {
  readonly state: () => { readonly model: ProcessModel; readonly selectedId: string | undefined };
  readonly subscribe: (listener: () => void) => () => void;
  readonly dispatch: (command: ProcessCommand) => CommandRefusal | undefined;
  readonly select: (stepId: string | undefined) => void;
}

interface DrawingEditorProps {
  readonly processId: string;
  readonly store: DrawnStore;
  /** Adds something after a step, as the list does, and tells its id. */
  readonly onAppend: (stepId: string, what: 'activity' | 'decision') => string | undefined;
}

/** The process as a drawing to change. Each change is one command on the stack that the list has too. */
export function DrawingEditor(props: DrawingEditorProps): ReactElement {
  const { t } = useTranslation('drawing');
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  return (
    <Section heading={t('heading')}>
      <div ref={place}>{near ? <Shown {...props} /> : <Skeleton lines={6} />}</div>
    </Section>
  );
}

function Shown({ processId, store, onAppend }: DrawingEditorProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('drawing');
  const { model, selectedId } = useSyncExternalStore(store.subscribe, store.state);
  const diagram = useDiagram(processId);
  // What is saved meanwhile does not change the ground that is drawn on.
  const [file, setFile] = useState<string>();
  if (file === undefined && diagram.data !== undefined) setFile(diagram.data.bpmn);
  const [drawing, setDrawing] = useState<EditableDrawing>();
  const [failed, setFailed] = useState(false);
  return (
    <div className={styles.box}>
      <p className={styles.text}>{t('editTwin')}</p>
      <DrawingTools drawing={drawing}>
        <Button appearance="subtle" disabled={drawing === undefined} onClick={() => store.dispatch({ kind: 'tidy' })}>
          {t('tidy')}
        </Button>
      </DrawingTools>
      {failed ? <Notice tone="warning">{t('failed.drawing')}</Notice> : null}
      <Loaded query={diagram} skeletonLines={6}>
        {({ bpmn }) => (
          <Suspense fallback={<Skeleton lines={6} />}>
            <DrawingEditorCanvas
              file={file ?? bpmn}
              label={t('editLabel', { name: model.name })}
              model={model}
              onChange={(changed) => store.dispatch({ kind: 'replace', model: changed, what: 'drawing' })}
              onAppend={onAppend}
              onFailure={() => setFailed(true)}
              onSelect={store.select}
              onShown={setDrawing}
              selectedId={selectedId}
            />
          </Suspense>
        )}
      </Loaded>
    </div>
  );
}
