import Modeler from 'bpmn-js/lib/Modeler';
import { AppError } from '../../../../shared/errors.ts';
import { readBpmn, writeBpmn } from '../../../../shared/process/bpmn/bpmn-file.ts';
import { withLayout } from '../../../../shared/process/layout/fit-in.ts';
import { drawnContent, modelAfterDrawing } from '../../../../shared/process/model-after-drawing.ts';
import type { NotShown, ProcessModel } from '../../../../shared/process/process-model.ts';
import type { DrawingNavigation } from './drawing.ts';
import type { DrawnShape, ModelerServices } from './drawing-services.ts';
import { limitedTools } from './limit-tools.ts';
import type { Append } from './limit-tools.ts';
import { navigate } from './navigate.ts';
import { chosenMarker, drawingFont, labelCanvas } from './style-canvas.ts';
import type { translateTools } from './translate-tools.ts';

export interface EditableDrawing extends DrawingNavigation {
  /**
   * Draws the model, unless the drawing shows it already; the part on show stays on show.
   *
   * @throws AppError notBpmn when the file cannot be drawn
   */
  draw(model: ProcessModel): Promise<void>;
  /**
   * Shows which step the list is at, unless it is selected here. A selection of bpmn-js would be taken away by the very
   * click that is meant to begin with the step.
   */
  mark(stepId: string | undefined): void;
  /** Opens the name of a step for writing. */
  write(stepId: string): void;
  destroy(): void;
}

/** The palette, with its distance to the edges of the frame; in a lower one it would stand in two columns. */
const palette = { width: 76, height: 480 } as const;

interface ModelerOptions {
  /** The process's file, into which the model is written before it is drawn. */
  readonly file: string;
  readonly label: string;
  readonly tools: ReturnType<typeof translateTools>;
  /** Somebody changed the drawing: the process after it. */
  readonly onChange: (model: ProcessModel) => void;
  readonly onSelect: (stepId: string | undefined) => void;
  readonly onAppend: Append;
}

interface Shown {
  readonly model: ProcessModel;
  readonly content: string;
  readonly notShown: readonly NotShown[];
}

/**
 * A process to change in its drawing. bpmn-js's own undo is not used: every change goes to `onChange` as the whole
 * process, and undoing comes back through `draw`, from the stack that list and drawing share.
 */
export function createModeler(container: HTMLElement, options: ModelerOptions): EditableDrawing {
  const modeler = new Modeler<ModelerServices>({
    container,
    textRenderer: drawingFont,
    zoomScroll: { enabled: false },
    additionalModules: [options.tools, limitedTools(options.onAppend)],
  });
  const canvas = modeler.get('canvas');
  const selection = modeler.get('selection');
  let shown: Shown | undefined;
  let isBusy = false;
  let marked: string | undefined;
  labelCanvas(container, options.label);
  // Its tools need a pointer; the list is the way by keyboard and screen reader.
  container.querySelector('.djs-palette')?.setAttribute('aria-hidden', 'true');
  const navigation = navigate(container, canvas, palette);
  // `false`: not ours, so that the page's own undo hears of it.
  modeler.get('keyboard').addListener(2000, ({ keyEvent }) => (isUndo(keyEvent) ? false : undefined));

  modeler.on<{ readonly trigger?: string }>('commandStack.changed', ({ trigger }) => {
    if (trigger !== 'clear' && !isBusy) void takeOver();
  });
  modeler.on<{ readonly newSelection: readonly DrawnShape[] }>('selection.changed', ({ newSelection }) => {
    const [only] = newSelection;
    if (!isBusy) options.onSelect(newSelection.length === 1 ? (only?.labelTarget?.id ?? only?.id) : undefined);
  });

  async function takeOver(): Promise<void> {
    const { xml } = await modeler.saveXML();
    const read = readBpmn(xml ?? '');
    if (read.kind !== 'read' || shown === undefined) return;
    const model = modelAfterDrawing(shown.model, read, shown.notShown);
    const content = drawnContent(model);
    if (content === shown.content) return;
    shown = { ...shown, model, content };
    options.onChange(model);
  }

  return {
    ...navigation,
    draw: async (model) => {
      const content = drawnContent(model);
      if (content === shown?.content) {
        shown = { ...shown, model };
        return;
      }
      const written = writeBpmn(options.file, withLayout(model));
      if (written.kind === 'refused') throw new AppError(written.why);
      const read = readBpmn(written.text);
      const view = shown && canvas.viewbox();
      isBusy = true;
      try {
        await modeler.importXML(written.text);
      } catch (cause) {
        throw new AppError('notBpmn', {}, { cause });
      } finally {
        isBusy = false;
      }
      if (view !== undefined) canvas.viewbox({ x: view.x, y: view.y, width: view.width, height: view.height });
      shown = { model, content, notShown: read.kind === 'read' ? read.notShown : [] };
    },
    mark: (stepId) => {
      const registry = modeler.get('elementRegistry');
      if (marked !== undefined && registry.get(marked) !== undefined) canvas.removeMarker(marked, chosenMarker);
      marked = undefined;
      if (selection.get().some(({ id, labelTarget }) => id === stepId || labelTarget?.id === stepId)) return;
      isBusy = true;
      selection.select([]);
      isBusy = false;
      if (stepId === undefined || registry.get(stepId) === undefined) return;
      canvas.addMarker(stepId, chosenMarker);
      marked = stepId;
    },
    write: (stepId) => {
      const element = modeler.get('elementRegistry').get(stepId);
      if (element !== undefined) modeler.get('directEditing').activate(element);
    },
    destroy: () => {
      navigation.stop();
      modeler.destroy();
    },
  };
}

function isUndo({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && ['z', 'y'].includes(key.toLowerCase());
}
