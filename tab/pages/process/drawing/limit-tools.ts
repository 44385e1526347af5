/**
 * Cuts the tools of bpmn-js to what a unit needs to map its work. Providers of a lower priority than bpmn-js's own
 * (1000) are asked after them and may answer with a function over their entries (`tab.md` 3).
 */
const lowPriority = 500;

type Entries = Readonly<Record<string, unknown>>;
type Cut = (entries: Entries) => Entries;

/** Something new after an element, as the list puts it there. */
export type Append = (elementId: string, what: 'activity' | 'decision') => void;

interface Registering {
  registerProvider(priority: number, provider: object): void;
}

interface MenuRegistering {
  registerProvider(id: string, priority: number, provider: object): void;
}

const paletteTools = [
  'hand-tool',
  'lasso-tool',
  'global-connect-tool',
  'tool-separator',
  'create.task',
  'create.exclusive-gateway',
  'create.data-object',
  'create.start-event',
  'create.end-event',
];

const elementTools = [
  'append.append-task',
  'append.gateway',
  'connect',
  'replace',
  'delete',
  'lane-insert-above',
  'lane-insert-below',
  'lane-divide-two',
];

/** What an element may become: the kinds that the list knows too. */
const kinds = [
  'replace-with-task',
  'replace-with-collapsed-subprocess',
  'replace-with-exclusive-gateway',
  'replace-with-parallel-gateway',
];

/** The entries of those names, in the order that bpmn-js gives them. */
export function only(names: readonly string[]): Cut {
  return (entries) => Object.fromEntries(Object.entries(entries).filter(([name]) => names.includes(name)));
}

/** bpmn-js would leave what it appends leading nowhere, over whatever stands there; ours goes into the flow. */
function appending(elementId: string, append: Append): Cut {
  const appended = { 'append.append-task': 'activity', 'append.gateway': 'decision' } as const;
  return (entries) => {
    const changed = Object.entries(appended).flatMap(([tool, what]) => {
      const entry = entries[tool];
      if (typeof entry !== 'object') return [];
      return [[tool, { ...entry, action: { click: () => append(elementId, what) } }] as const];
    });
    return { ...entries, ...Object.fromEntries(changed) };
  };
}

function LimitTools(append: Append, palette: Registering, contextPad: Registering, popupMenu: MenuRegistering): void {
  const none: Cut = () => ({});
  palette.registerProvider(lowPriority, { getPaletteEntries: () => only(paletteTools) });
  contextPad.registerProvider(lowPriority, {
    // Without its frame a process has no roles left.
    getContextPadEntries: ({ id, type }: { readonly id: string; readonly type: string }): Cut => {
      const cut = only(type === 'bpmn:Participant' ? elementTools.filter((tool) => tool !== 'delete') : elementTools);
      return (entries) => appending(id, append)(cut(entries));
    },
    getMultiElementContextPadEntries: () => only(['delete']),
  });
  popupMenu.registerProvider('bpmn-replace', lowPriority, {
    getPopupMenuEntries: () => only(kinds),
    getPopupMenuHeaderEntries: () => none,
  });
}
LimitTools.$inject = ['append', 'palette', 'contextPad', 'popupMenu'];

/** As a module of bpmn-js. */
export function limitedTools(append: Append): {
  __init__: string[];
  append: ['value', Append];
  limitTools: ['type', typeof LimitTools];
} {
  return { __init__: ['limitTools'], append: ['value', append], limitTools: ['type', LimitTools] };
}
