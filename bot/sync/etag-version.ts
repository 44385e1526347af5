/**
 * The counter in an etag, `"<guid>,<n>"`, where n grows with every change of the item (`graph.md` 2.1). An etag of
 * another form counts as newer than any.
 */
export function etagVersion(etag: string | undefined): number {
  const digits = /,(\d+)"?$/.exec(etag ?? '')?.[1];
  if (digits !== undefined) return Number(digits);
  return etag === undefined ? -1 : Number.POSITIVE_INFINITY;
}

/** Whether `etag` tells of a later state of the item than `known` (an unknown form: of any other). */
export function isNewerEtag(etag: string, known: string | undefined): boolean {
  if (etag === known) return false;
  const [version, knownVersion] = [etagVersion(etag), etagVersion(known)];
  return version > knownVersion || version === Number.POSITIVE_INFINITY;
}
