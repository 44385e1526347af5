/**
 * What the sync engine and provisioning need of SharePoint. Implementations: `graph-client.ts` (lists) and
 * `graph-sites.ts` (sites, lists and columns). Every outcome that Graph may answer with is data.
 */

/** Sends one request to Graph; `fetch`-shaped so that the embedded Graph can answer in-process. */
export type GraphFetch = (request: Request) => Promise<Response>;

/** An array is the value of a multi-choice column; `null` empties a column. */
export type ColumnValue = string | number | boolean | null | readonly string[];
export type ColumnValues = Readonly<Record<string, ColumnValue>>;

/** Who made the last change, as Graph tells it: an app's id, or a person. */
export interface Editor {
  readonly id?: string;
  readonly name?: string;
}

export interface ListItem {
  /** Integer as text, given by SharePoint. */
  readonly id: string;
  /** With its inner quotes, ready for If-Match. */
  readonly etag: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Application id of the last editor, when an app made the last change (`graph.md` 2.1). */
  readonly lastModifiedByApp?: string;
  /** The person who made the last change, when a person did. */
  readonly lastModifiedBy?: Editor;
  /** ISO instant. */
  readonly lastModifiedAt?: string;
  /** Application id of the creator, when an app made the item. This and what follows lack in the echo of a change. */
  readonly createdByApp?: string;
  readonly createdBy?: Editor;
  readonly createdAt?: string;
}

export type WriteOutcome =
  | { readonly kind: 'done'; readonly item: ListItem }
  /** 412, or a 409 that a re-read may heal. */
  | { readonly kind: 'changed' }
  /** The item is not there (any more); also the good end of a deletion. */
  | { readonly kind: 'gone' }
  /** 429, 5xx, network: try again, not before `retryAfterMs` when given. `maybeApplied` when an answer was lost. */
  | {
      readonly kind: 'tryLater';
      readonly retryAfterMs?: number;
      readonly maybeApplied: boolean;
      readonly status: number;
    }
  /** 400, 403, 404 list, 413, 422: never succeeds as it is. `code` is `notUnique` for a violated unique column. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string };

export interface DeltaPage {
  readonly items: readonly ListItem[];
  readonly removedIds: readonly string[];
  /** Exactly one of the two: more pages, or the token for next time. Opaque. */
  readonly nextLink?: string;
  readonly deltaLink?: string;
}

export type DeltaOutcome<Page = DeltaPage> =
  | { readonly kind: 'page'; readonly page: Page }
  /** 410 or a malformed token: start again without a token, mark and sweep. */
  | { readonly kind: 'resync' }
  /** `status` 200: the page could not be read, so that its token must not be used (`graph.md` 3). */
  | { readonly kind: 'tryLater'; readonly retryAfterMs?: number; readonly status: number };

/** One list of one site, as addressed in Graph. */
export interface ListAddress {
  readonly siteId: string;
  readonly listId: string;
}

export type ItemWrite =
  | { readonly kind: 'create'; readonly list: ListAddress; readonly fields: ColumnValues }
  | {
      readonly kind: 'update';
      readonly list: ListAddress;
      readonly itemId: string;
      readonly etag: string;
      readonly fields: ColumnValues;
    }
  | { readonly kind: 'delete'; readonly list: ListAddress; readonly itemId: string; readonly etag: string };

export interface GraphLists {
  createItem(list: ListAddress, fields: ColumnValues): Promise<WriteOutcome>;
  updateItem(list: ListAddress, itemId: string, etag: string, fields: ColumnValues): Promise<WriteOutcome>;
  deleteItem(list: ListAddress, itemId: string, etag: string): Promise<WriteOutcome>;
  getItem(list: ListAddress, itemId: string): Promise<WriteOutcome>;
  /** Recipe of `graph.md` 7: an empty answer is not proof of absence. */
  findByClientKey(list: ListAddress, clientKey: string): Promise<WriteOutcome | { readonly kind: 'notFound' }>;
  deltaPage(list: ListAddress, link: string | undefined): Promise<DeltaOutcome>;
  /** At most 20 writes in one request; an outcome each, in the order given. Not atomic (`graph.md` 5.2). */
  batch(writes: readonly ItemWrite[]): Promise<readonly WriteOutcome[]>;
}

/** A column as it is asked for. Exactly one facet; nulls are never sent (`graph.md` 1.3). */
export interface ColumnDefinition {
  readonly name: string;
  readonly displayName: string;
  readonly indexed?: true;
  readonly enforceUniqueValues?: true;
  readonly facet: ColumnFacet;
}

export type ColumnFacet =
  | {
      readonly text: {
        readonly allowMultipleLines?: true;
        readonly textType?: 'plain';
        readonly linesForEditing?: number;
      };
    }
  | { readonly choice: { readonly choices: readonly string[]; readonly displayAs: 'dropDownMenu' | 'checkBoxes' } }
  | { readonly number: { readonly decimalPlaces: 'none' | 'automatic' } }
  | { readonly boolean: Readonly<Record<string, never>> }
  | { readonly dateTime: { readonly format: 'dateTime'; readonly displayAs: 'standard' } };

/** A column as SharePoint tells it. `facet` is undefined where Graph leaves it out (`graph.md` 1.3). */
export interface ExistingColumn {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly facet: 'text' | 'note' | 'choice' | 'choices' | 'number' | 'boolean' | 'dateTime' | 'other' | undefined;
  readonly choices?: readonly string[];
}

export type ColumnPatch = {
  readonly indexed?: true;
  readonly enforceUniqueValues?: true;
  readonly choice?: { readonly choices: readonly string[] };
};

/** `refused`: never succeeds as it is. `unavailable`: still no answer after the attempts of the client. */
export type SiteOutcome<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string }
  | { readonly kind: 'unavailable'; readonly status: number };

export interface SitePermission {
  readonly roles: readonly string[];
  /** Whether the grant is to an app (Sites.Selected) or to people. */
  readonly grantedTo: 'application' | 'people';
  readonly name: string;
}

/** Sites, lists and columns, for provisioning. Waits when throttled, since nobody else does yet. */
export interface GraphSites {
  /** By the address of the site, `https://host/sites/name`. */
  findSite(url: string): Promise<SiteOutcome<{ readonly id: string }>>;
  findList(siteId: string, displayName: string): Promise<SiteOutcome<{ readonly id: string }>>;
  createList(
    siteId: string,
    displayName: string,
    columns: readonly ColumnDefinition[],
  ): Promise<SiteOutcome<{ readonly id: string }>>;
  createLibrary(siteId: string, displayName: string): Promise<SiteOutcome<{ readonly id: string }>>;
  /** The drive of a document library. */
  findDrive(list: ListAddress): Promise<SiteOutcome<{ readonly id: string }>>;
  columns(list: ListAddress): Promise<SiteOutcome<readonly ExistingColumn[]>>;
  createColumn(list: ListAddress, column: ColumnDefinition): Promise<SiteOutcome<ExistingColumn>>;
  changeColumn(list: ListAddress, columnId: string, change: ColumnPatch): Promise<SiteOutcome<ExistingColumn>>;
  permissions(siteId: string): Promise<SiteOutcome<readonly SitePermission[]>>;
}

export type FileOutcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  /** 429, 5xx, network, a file that is open elsewhere: try again. What was sent may have been stored. */
  | { readonly kind: 'tryLater'; readonly retryAfterMs?: number; readonly status: number }
  /** 400, 403, 404, 413, 507: never succeeds as it is. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string };

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** Of the file, with its inner quotes; moves also without our doing (`graph.md` 2.2). */
  readonly etag: string;
  /** Of its content alone; the etag where Graph tells none. */
  readonly contentTag: string;
  readonly size: number;
  /** Id of the folder that it lies in, where told. */
  readonly parentId?: string;
  /** Who made the last change, as for items of lists. */
  readonly lastModifiedByApp?: string;
  readonly lastModifiedBy?: Editor;
  readonly lastModifiedAt?: string;
}

/** What an upload must meet: a version that is known, or no file of the name. */
export type UploadCondition = { readonly etag: string } | 'isNew';

export type UploadOutcome =
  | FileOutcome<StoredFile>
  /** 412, or a name that is taken: somebody else has written since. */
  | { readonly kind: 'changed' };

export interface FileDeltaPage {
  readonly files: readonly StoredFile[];
  readonly removedIds: readonly string[];
  /** Where told: the folder at the top. */
  readonly rootId?: string;
  /** Exactly one of the two. */
  readonly nextLink?: string;
  readonly deltaLink?: string;
}

/** A version of a file; the newest comes first. */
export interface FileVersion {
  readonly id: string;
  /** ISO instant. */
  readonly modifiedAt: string;
}

/** Files of a document library (`graph.md` 2.2). */
export interface GraphFiles {
  /** Stores content under a name: a new file, or the next version of the one that has it. */
  upload(driveId: string, name: string, content: Uint8Array, condition?: UploadCondition): Promise<UploadOutcome>;
  /** A file at the top of the library; `undefined`: none has the name. */
  find(driveId: string, name: string): Promise<FileOutcome<StoredFile | undefined>>;
  /** Changes since a link; without one every file, page by page. */
  changes(driveId: string, link: string | undefined): Promise<DeltaOutcome<FileDeltaPage>>;
  /** Every file of the library. */
  list(driveId: string): Promise<FileOutcome<readonly StoredFile[]>>;
  versions(driveId: string, fileId: string): Promise<FileOutcome<readonly FileVersion[]>>;
  /** Content of the newest version, or of the one named. SharePoint gives the newest by the first way alone. */
  download(driveId: string, fileId: string, versionId?: string): Promise<FileOutcome<Uint8Array>>;
}

export interface Subscription {
  readonly id: string;
  /** ISO instant. */
  readonly expiresAt: string;
}

/** A list, or all files of a document library. */
export type WatchedPlace = ListAddress | { readonly driveId: string };

/** Change notifications of lists and libraries (`graph.md` 4). */
export interface GraphSubscriptions {
  create(wanted: {
    readonly place: WatchedPlace;
    readonly notificationUrl: string;
    /** Comes back with every notification; at most 128 characters. */
    readonly clientState: string;
    readonly expiresAt: string;
  }): Promise<SiteOutcome<Subscription>>;
  renew(id: string, expiresAt: string): Promise<SiteOutcome<Subscription>>;
}
