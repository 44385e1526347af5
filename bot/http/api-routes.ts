import type { HttpRoute } from './http-route.ts';
import { documentRoutes } from './routes/document-routes.ts';
import { draftRoutes } from './routes/draft-routes.ts';
import { healthRoute } from './routes/health-route.ts';
import { intakeRoute } from './routes/intake-route.ts';
import { overviewRoutes } from './routes/overview-routes.ts';
import { personRoutes } from './routes/person-routes.ts';
import { processRoutes } from './routes/process-routes.ts';
import { recordRoutes } from './routes/record-routes.ts';
import { syncRoutes } from './routes/sync-routes.ts';
import { selfCheckRoutes } from './routes/self-check-routes.ts';
import { reminderRoutes } from './routes/reminder-routes.ts';

/** Every address of the tab's API (`shared/api/contract.ts`). */
export const apiRoutes: readonly HttpRoute[] = [
  ...personRoutes,
  ...overviewRoutes,
  ...recordRoutes,
  ...processRoutes,
  ...documentRoutes,
  ...selfCheckRoutes,
  ...draftRoutes,
  ...syncRoutes,
  ...reminderRoutes,
  intakeRoute,
  healthRoute,
];
