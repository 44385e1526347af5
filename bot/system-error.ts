/** The `code` of an error from the operating system, a socket or PostgreSQL (`EEXIST`, `28P01`), if it has one. */
export function systemErrorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
