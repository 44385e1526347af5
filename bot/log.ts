/** Ids, kinds and timings only; never narrative, names or what somebody wrote (`style.md` 4). */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** error: a person must look. info: state changed. debug: the rest. */
export interface Log {
  error(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  debug(event: string, fields?: LogFields): void;
}

type Level = 'error' | 'info' | 'debug';
const levels: readonly Level[] = ['error', 'info', 'debug'];

/** One JSON object a line, to be collected by whatever runs the service. */
export function createLog(options: {
  readonly level: Level;
  readonly write: (line: string) => void;
  readonly now: () => Date;
}): Log {
  const shown = new Set(levels.slice(0, levels.indexOf(options.level) + 1));
  const at =
    (level: Level) =>
    (event: string, fields: LogFields = {}) => {
      if (shown.has(level)) options.write(JSON.stringify({ at: options.now().toISOString(), level, event, ...fields }));
    };
  return { error: at('error'), info: at('info'), debug: at('debug') };
}
