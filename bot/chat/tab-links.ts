import { routeOfRecord, routes } from '../../shared/api/links.ts';
import type { KindName } from '../../shared/records/index.ts';

/** Addresses into the tab that work from a card, in Teams and in a browser. */
export interface TabLinks {
  record(kind: KindName, id: string): string;
  page(page: keyof typeof routes): string;
  /** The report form, which opens the draft handed over as `report.<id>`. */
  reportForm(draftId: string): string;
}

/** `tabOrigin` is where the service answers, such as `https://kvalitet.example.se`. */
export function createTabLinks(tabOrigin: string): TabLinks {
  const to = (route: string) => `${tabOrigin}/tab/#${route}`;
  return {
    record: (kind, id) => to(routeOfRecord(kind, id)),
    page: (page) => to(routes[page]),
    reportForm: (draftId) => to(`${routes.report}?utkast=${draftId}`),
  };
}
