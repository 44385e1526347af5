import type { ActivityDetails } from '../process-model.ts';
import { attributeOf, childrenOf, textOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { ownExtension } from './bpmn-index.ts';
import { namespaces } from './namespaces.ts';

/** Attributes of our `activity` extension that are details by the same name. */
export const detailAttributes = ['responsible', 'routine', 'subProcess'] as const;

/** Details that hold several values, and the element that each value has. */
export const detailLists = { consulted: 'consulted', informed: 'informed', documents: 'document' } as const;

/** The id of the activity's record, where the file has kept it. */
export function activityIdOf(element: XmlElement): string | undefined {
  const extension = ownExtension(element, 'activity');
  return extension && attributeOf(extension, 'id');
}

/** What the file tells of an activity beyond the flow: its documentation, and what we wrote into it. */
export function detailsOf(element: XmlElement): ActivityDetails | undefined {
  const extension = ownExtension(element, 'activity');
  const found: Record<string, unknown> = {};
  const description = documentationOf(element);
  if (description !== undefined) found['description'] = description;
  if (extension !== undefined) {
    for (const name of detailAttributes) {
      const value = attributeOf(extension, name);
      if (value !== undefined) found[name] = value;
    }
    if (attributeOf(extension, 'routineNotNeeded') === 'true') found['routineNotNeeded'] = true;
    for (const [name, local] of Object.entries(detailLists)) {
      const values = childrenOf(extension, namespaces.kv, local).map(textOf);
      if (values.length > 0) found[name] = values;
    }
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

/** The plain documentation of an element; what is written as HTML stays in the file alone. */
export function plainDocumentation(element: XmlElement): XmlElement | undefined {
  return childrenOf(element, namespaces.bpmn, 'documentation').find((documentation) => {
    const format = attributeOf(documentation, 'textFormat');
    return format === undefined || format === 'text/plain';
  });
}

function documentationOf(element: XmlElement): string | undefined {
  const documentation = plainDocumentation(element);
  const text = documentation === undefined ? '' : textOf(documentation);
  return text === '' ? undefined : text;
}
