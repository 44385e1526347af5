import type { Bounds, Point } from '../process-model.ts';
import { attributeOf, childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { namespaces } from './namespaces.ts';

/** Where a shape is. */
export function boundsOf(shape: XmlElement | undefined): Bounds | undefined {
  const bounds = shape && childrenOf(shape, namespaces.dc, 'Bounds')[0];
  if (bounds === undefined) return undefined;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(bounds, name));
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? undefined
    : { x, y, width, height };
}

/** Where an edge runs; `undefined` with fewer than two points. */
export function waypointsOf(edge: XmlElement | undefined): readonly Point[] | undefined {
  if (edge === undefined) return undefined;
  const points = childrenOf(edge, namespaces.di, 'waypoint').flatMap((waypoint) => {
    const [x, y] = [number(waypoint, 'x'), number(waypoint, 'y')];
    return x === undefined || y === undefined ? [] : [{ x, y }];
  });
  return points.length < 2 ? undefined : points;
}

function number(element: XmlElement, name: string): number | undefined {
  const text = attributeOf(element, name)?.trim() ?? '';
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? undefined : value;
}
