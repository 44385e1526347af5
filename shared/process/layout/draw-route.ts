import type { Bounds, Point } from '../process-model.ts';
import type { Measures } from './measure.ts';
import type { Route } from './routes.ts';

/** The points of a route from the right side of one shape to the left side of another. */
export function drawRoute(route: Route, from: Point, to: Point, source: Bounds, measures: Measures): readonly Point[] {
  return withoutIdlePoints(pointsOf(route, from, to, source, measures));
}

function pointsOf(route: Route, from: Point, to: Point, source: Bounds, measures: Measures): readonly Point[] {
  switch (route.kind) {
    case 'straight':
      return [from, to];
    case 'oneBend': {
      const x = measures.gutterX(route.gutter);
      return [from, { x, y: from.y }, { x, y: to.y }, to];
    }
    case 'around': {
      const [first, last] = [measures.gutterX(route.first), measures.gutterX(route.last)];
      const y = measures.corridorY(route.corridor);
      return [from, { x: first, y: from.y }, { x: first, y }, { x: last, y }, { x: last, y: to.y }, to];
    }
    case 'fromCorner': {
      const x = source.x + source.width / 2;
      const y = measures.corridorY(route.corridor);
      const last = measures.gutterX(route.last);
      const out = { x, y: route.side === 'top' ? source.y : source.y + source.height };
      return [out, { x, y }, { x: last, y }, { x: last, y: to.y }, to];
    }
  }
}

/** Points on the way between their neighbours say nothing. */
function withoutIdlePoints(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined || after === undefined) return true;
    return !(before.x === point.x && point.x === after.x) && !(before.y === point.y && point.y === after.y);
  });
}
