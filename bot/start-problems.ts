import { AppError } from '../shared/errors.ts';
import { systemErrorCode } from './system-error.ts';

type Details = Readonly<Record<string, string | number>>;

/** What to tell the one who starts the service, by the reason of a `startRefused`. One sentence that says the mend. */
const sentences: Readonly<Record<string, (details: Details) => string>> = {
  badSetting: ({ setting, value }) =>
    `Inställningen ${String(setting)} har ett värde som inte går att använda: "${String(value)}". Se .env.example.`,
  tenantHalfConfigured: ({ missing }) =>
    `Inställningarna för tenant är ofullständiga: ${String(missing)} saknas. Ange alla, eller ingen för lokalt läge.`,
  tenantNotYetSupported: () =>
    'Den här versionen körs bara i lokalt läge: ta bort inställningarna för tenant för att starta.',
  alreadyRunning: ({ address }) =>
    `Kvalitetsnavet körs redan från den här mappen, på ${String(address)}. Stoppa det först, eller ange en annan DATA_DIR och PORT.`,
  portTaken: ({ port }) =>
    `Port ${String(port)} används redan av ett annat program. Stoppa det, eller välj en annan port med PORT=….`,
  portNotAllowed: ({ port }) =>
    `Port ${String(port)} får inte användas av det här kontot. Välj en port över 1023 med PORT=….`,
  folderNotWritable: ({ folder }) =>
    `Det går inte att skriva i mappen ${String(folder)}. Ändra rättigheterna, eller välj en annan mapp med DATA_DIR=….`,
  folderNotReachable: ({ folder }) =>
    `Databasen får inte köras som root, och kontot "postgres" når inte mappen ${String(folder)}. Starta som en vanlig användare, eller välj en annan mapp med DATA_DIR=….`,
  databaseDamaged: ({ folder }) =>
    `Databasen i ${String(folder)} går inte att öppna. Flytta undan mappen och starta igen: läsmodellen byggs upp från SharePoint.`,
  databaseMissingPlatform: ({ platform }) =>
    `Den inbyggda databasen saknas för den här datorn (${String(platform)}). Ange en egen PostgreSQL med DATABASE_URL=….`,
  databaseCommandFailed: ({ command }) =>
    `Databasens program gick inte att köra: ${String(command)}. Ange en egen PostgreSQL med DATABASE_URL=….`,
  databaseNotAnswering: () =>
    'PostgreSQL i DATABASE_URL svarar inte. Kontrollera adressen, kontot och att servern är igång.',
  localGraphDamaged: ({ folder }) =>
    `Den inbyggda SharePoint-datan i ${String(folder)} går inte att öppna. Återställ en säkerhetskopia, eller flytta undan mappen för att börja om.`,
  graphNotAnswering: () =>
    'SharePoint (GRAPH_ORIGIN) svarar inte, och listorna kan därför inte kontrolleras. Kontrollera adressen och försök igen.',
};

/** The sentence for a start that was refused for a known reason; undefined for anything else. */
export function describeStartProblem(error: unknown): string | undefined {
  if (!(error instanceof AppError) || error.code !== 'startRefused') return undefined;
  return sentences[String(error.details['reason'])]?.(error.details);
}

const folderCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC']);
const databaseCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000']);

/** Turns what the operating system or PostgreSQL says while starting into a `startRefused` where the cause is known. */
export function toStartProblem(error: unknown, dataDir: string): unknown {
  const code = systemErrorCode(error);
  if (error instanceof AppError || code === undefined) return error;
  const refuse = (details: Details) => new AppError('startRefused', details, { cause: error });
  if (code === 'EADDRINUSE') return refuse({ reason: 'portTaken', port: (error as { port?: number }).port ?? 0 });
  if (databaseCodes.has(code)) return refuse({ reason: 'databaseNotAnswering' });
  if (folderCodes.has(code)) return refuse({ reason: 'folderNotWritable', folder: dataDir });
  return error;
}
