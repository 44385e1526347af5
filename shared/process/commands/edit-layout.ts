import type { Bounds, Point, ProcessModel } from '../process-model.ts';

/** Takes over where things are in the drawing. What is not named stays where it is. */
export function arrange(
  model: ProcessModel,
  places: {
    readonly bounds: Readonly<Record<string, Bounds>>;
    readonly waypoints: Readonly<Record<string, readonly Point[]>>;
  },
): ProcessModel {
  const moved = <Item extends { readonly id: string; readonly bounds?: Bounds }>(items: readonly Item[]) =>
    items.map((item) => {
      const bounds = places.bounds[item.id];
      return bounds === undefined ? item : { ...item, bounds };
    });
  const frame = places.bounds[model.id];
  return {
    ...model,
    roles: moved(model.roles),
    steps: moved(model.steps),
    objects: moved(model.objects),
    flows: model.flows.map((flow) => {
      const waypoints = places.waypoints[flow.id];
      return waypoints === undefined ? flow : { ...flow, waypoints };
    }),
    ...(frame !== undefined && { bounds: frame }),
    arranged: true,
  };
}

/** The model without any place in it: the layout makes all of them anew. */
export function forgetLayout(model: ProcessModel): ProcessModel {
  const { bounds: _, arranged: __, ...rest } = model;
  const placeless = <Item extends { readonly bounds?: Bounds }>(
    items: readonly Item[],
  ): readonly Omit<Item, 'bounds'>[] => items.map(({ bounds: _bounds, ...item }) => item);
  return {
    ...rest,
    roles: placeless(model.roles),
    steps: placeless(model.steps),
    objects: placeless(model.objects),
    flows: model.flows.map(({ waypoints: _waypoints, ...flow }) => flow),
  };
}
