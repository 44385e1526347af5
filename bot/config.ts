import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../shared/errors.ts';

/** The settings of a tenant; all of them, or none. */
const tenantSettings = ['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET', 'PUBLIC_ORIGIN'] as const;

const flag = z
  .enum(['0', '1'])
  .default('1')
  .transform((value) => value === '1');

const environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3978),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  GRAPH_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  SITE_URL: z.url({ protocol: /^https$/ }).default('https://local.sharepoint.com/sites/demo'),
  RESTRICTED_SITE_URL: z.url({ protocol: /^https$/ }).default('https://local.sharepoint.com/sites/demo-restricted'),
  GRAPH_UNITS_PER_MINUTE: z.coerce.number().int().min(100).max(100_000).optional(),
  DEMO: flag,
  DEMO_CASES: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

export interface Config {
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly graphOrigin: string | undefined;
  /** SharePoint's budget of resource units a minute for this app; undefined: no pace is kept (the embedded Graph). */
  readonly graphUnitsPerMinute: number | undefined;
  /** The board's site, and the one for what only investigators may see. */
  readonly siteUrl: string;
  readonly restrictedSiteUrl: string;
  /** Whether an empty board is filled with the demo board. */
  readonly demo: boolean;
  /** Further generated deviations in the demo, for trying the app with many rows. */
  readonly demoCases: number;
}

/**
 * Reads the settings, empty ones as absent.
 *
 * @throws AppError startRefused: `badSetting`, `tenantHalfConfigured` or `tenantNotYetSupported`
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  refuseTenant(given);
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const setting = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new AppError('startRefused', { reason: 'badSetting', setting, value: given[setting] ?? '' });
  }
  const {
    GRAPH_UNITS_PER_MINUTE,
    PORT,
    DATA_DIR,
    DATABASE_URL,
    GRAPH_ORIGIN,
    SITE_URL,
    RESTRICTED_SITE_URL,
    DEMO,
    DEMO_CASES,
  } = parsed.data;
  return {
    port: PORT,
    dataDir: resolve(cwd, DATA_DIR),
    databaseUrl: DATABASE_URL,
    graphOrigin: GRAPH_ORIGIN,
    graphUnitsPerMinute: GRAPH_UNITS_PER_MINUTE,
    siteUrl: SITE_URL,
    restrictedSiteUrl: RESTRICTED_SITE_URL,
    demo: DEMO,
    demoCases: DEMO_CASES,
  };
}

/** Sign-on with a tenant is not built yet; starting with open demo sign-in beside a tenant would be unsafe. */
function refuseTenant(given: Readonly<Record<string, string | undefined>>): void {
  const missing = tenantSettings.filter((name) => given[name] === undefined);
  if (missing.length === tenantSettings.length) return;
  if (missing.length > 0) {
    throw new AppError('startRefused', { reason: 'tenantHalfConfigured', missing: missing.join(', ') });
  }
  throw new AppError('startRefused', { reason: 'tenantNotYetSupported' });
}
