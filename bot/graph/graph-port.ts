/** What the sync engine and provisioning need of SharePoint. The one implementation is `graph-client.ts`. */

/** Sends one request to Graph; `fetch`-shaped so that the embedded Graph can answer in-process. */
export type GraphFetch = (request: Request) => Promise<Response>;

export type ColumnValue = string | number | boolean | null;

export interface ListItem {
  /** Integer as text, given by SharePoint. */
  readonly id: string;
  /** With its inner quotes, ready for If-Match. */
  readonly etag: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Application id of the last editor, when an app made the last change (`graph.md` 2.1). */
  readonly lastModifiedByApp?: string;
}

export type WriteOutcome =
  | { readonly kind: 'done'; readonly item: ListItem }
  /** 412, or a 409 that a re-read may heal. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' }
  /** 429, 5xx, network: try again, not before `retryAfterMs` when given. `maybeApplied` when an answer was lost. */
  | {
      readonly kind: 'tryLater';
      readonly retryAfterMs?: number;
      readonly maybeApplied: boolean;
      readonly status: number;
    }
  /** 400, 403, 404 list, 413, 422: never succeeds as it is. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string };

export interface DeltaPage {
  readonly items: readonly ListItem[];
  readonly removedIds: readonly string[];
  /** Exactly one of the two: more pages, or the token for next time. Opaque. */
  readonly nextLink?: string;
  readonly deltaLink?: string;
}

export type DeltaOutcome =
  | { readonly kind: 'page'; readonly page: DeltaPage }
  /** 410 or a malformed token: start again without a token, mark and sweep. */
  | { readonly kind: 'resync' }
  | { readonly kind: 'tryLater'; readonly retryAfterMs?: number; readonly status: number };

/** One list of one site, as addressed in Graph. */
export interface ListAddress {
  readonly siteId: string;
  readonly listId: string;
}

export interface GraphLists {
  createItem(list: ListAddress, fields: Readonly<Record<string, ColumnValue>>): Promise<WriteOutcome>;
  updateItem(
    list: ListAddress,
    itemId: string,
    etag: string,
    fields: Readonly<Record<string, ColumnValue>>,
  ): Promise<WriteOutcome>;
  getItem(list: ListAddress, itemId: string): Promise<WriteOutcome>;
  /** Recipe of `graph.md` 7: an empty answer is not proof of absence. */
  findByClientKey(list: ListAddress, clientKey: string): Promise<WriteOutcome | { readonly kind: 'notFound' }>;
  deltaPage(list: ListAddress, link: string | undefined): Promise<DeltaOutcome>;
}
