/** What a BPMN file says, read by another reader than ours: bpmn-moddle, which bpmn-js and Camunda Modeler are built on. */
import * as library from 'bpmn-moddle';

interface ModdleElement {
  readonly $type: string;
  readonly $descriptor: {
    readonly properties?: readonly {
      readonly name: string;
      readonly isReference?: boolean;
      readonly isMany?: boolean;
      readonly isVirtual?: boolean;
    }[];
  };
  get(name: string): unknown;
}

/** The library's types are those of an older version, which had another export. */
const { BpmnModdle } = library as unknown as {
  readonly BpmnModdle: new () => {
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
  };
};

export interface Content {
  /** One line an element: id, type, name, references, bounds and waypoints. */
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
}

export async function contentOf(text: string): Promise<Content> {
  const moddle = new BpmnModdle();
  try {
    const { rootElement, warnings } = await moddle.fromXML(text);
    const lines: string[] = [];
    const walk = (element: ModdleElement): void => {
      // Extensions of other tools have no properties that the library knows; they are compared as bytes elsewhere.
      if (element.$descriptor.properties === undefined) return;
      const parts = [element.$type];
      const inner: ModdleElement[] = [];
      for (const property of element.$descriptor.properties) {
        if (property.isVirtual) continue;
        const value = element.get(property.name);
        const values = Array.isArray(value) ? value : [value];
        if (property.isReference) {
          // A sequence of references says the same in any order.
          const ids = values.map((one) => (one as { id?: string } | undefined)?.id).filter((id) => id !== undefined);
          if (ids.length > 0) parts.push(`${property.name}→${ids.toSorted().join(',')}`);
        } else {
          for (const one of values) {
            if (isElement(one)) inner.push(one);
            else if (one !== undefined && one !== null && property.name !== 'di')
              parts.push(`${property.name}=${String(one)}`);
          }
        }
      }
      if (!element.$type.startsWith('bpmn:ExtensionElements')) lines.push(parts.join(' '));
      inner.forEach(walk);
    };
    walk(rootElement);
    return {
      lines: lines.toSorted(),
      warnings: warnings
        .map(({ message }) => message.split('\n')[0] ?? '')
        // We hand over text that has been decoded; what the declaration says no longer matters.
        .filter((message) => !message.startsWith('unsupported document encoding'))
        .toSorted(),
    };
  } catch (error) {
    return { lines: [], warnings: [`unreadable: ${String(error)}`] };
  }
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$descriptor' in value;
}
