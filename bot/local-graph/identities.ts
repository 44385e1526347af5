/**
 * Who wrote something. Every identity has a row in the site's hidden User Information List, and that row's id is what
 * `AuthorLookupId` and person columns hold: not the Entra id (`graph.md` 1.5, 2.1).
 */
import { builtInColumns } from './built-in-columns.ts';
import type { Caller } from './caller.ts';
import type { ColumnDefinition } from './column-definition.ts';
import type { GraphServices } from './exchange.ts';
import { insertItem } from './item-store.ts';
import { parseStored, type JsonObject } from './json.ts';
import { findListByTitle, insertList, type List } from './list-store.ts';
import type { Site } from './sites.ts';
import type { ColumnStore } from './column-store.ts';
import { toGraphTime } from './graph-time.ts';

export interface Identity {
  readonly key: number;
  /** As shown in `createdBy` and `lastModifiedBy`. */
  readonly shown: JsonObject;
  readonly userLookupId: number;
  readonly appLookupId: number | null;
}

export interface IdentityStore {
  /** The identity of a caller in a site, stored when it is new. */
  identify(site: Site, caller: Caller): Identity;
  read(key: number): Identity;
  /** The hidden list with one row a person or app, made when it is first needed. */
  userList(site: Site): List;
  forget(): void;
}

interface IdentityRow {
  readonly key: number;
  readonly body: string;
  readonly userLookupId: number;
  readonly appLookupId: number | null;
}

export const userListTitle = 'User Information List';
const emailColumn = {
  ...builtInColumns[0],
  name: 'EMail',
  displayName: 'Work email',
  required: false,
} as ColumnDefinition;

export function createIdentityStore(services: GraphServices, columns: ColumnStore): IdentityStore {
  const { database } = services;
  const byKey = new Map<number, Identity>();
  const byCaller = new Map<string, Identity>();

  const toIdentity = (row: IdentityRow): Identity => ({
    key: row.key,
    shown: parseStored<JsonObject>(row.body),
    userLookupId: row.userLookupId,
    appLookupId: row.appLookupId,
  });

  const userList = (site: Site): List => {
    const known = findListByTitle(database, site.key, userListTitle);
    if (known !== undefined) return known;
    const list = insertList(database, {
      siteKey: site.key,
      id: services.newId(),
      displayName: userListTitle,
      description: '',
      template: 'userInformation',
      isSystem: true,
      at: toGraphTime(services.now()),
      createdBy: null,
      contentTypeId: '0x010A',
    });
    for (const definition of [...builtInColumns, emailColumn]) columns.insert(list.key, services.newId(), definition);
    return list;
  };

  const addUserRow = (site: Site, title: string, email: string): number => {
    const list = userList(site);
    const context = {
      database,
      list,
      columns: columns.columnsOf(list.key),
      identity: 0,
      at: toGraphTime(services.now()),
    };
    return insertItem(context, services.newId(), email === '' ? { Title: title } : { Title: title, EMail: email }).id;
  };

  const insert = (site: Site, kind: string, externalId: string, shown: JsonObject, rows: readonly number[]): Identity =>
    toIdentity(
      database.one<IdentityRow>(
        `INSERT INTO identity (siteKey, kind, externalId, body, userLookupId, appLookupId)
         VALUES (?, ?, ?, ?, ?, ?) RETURNING *`,
        site.key,
        kind,
        externalId,
        JSON.stringify(shown),
        rows[0] ?? 0,
        rows[1] ?? null,
      ) as IdentityRow,
    );

  const find = (site: Site, kind: string, externalId: string): Identity | undefined => {
    const row = database.one<IdentityRow>(
      'SELECT * FROM identity WHERE siteKey = ? AND kind = ? AND externalId = ?',
      site.key,
      kind,
      externalId,
    );
    return row === undefined ? undefined : toIdentity(row);
  };

  const identifyUser = (site: Site, name: string): Identity => {
    const wanted = name.toLowerCase();
    const user = services.users.find((one) =>
      [one.id, one.displayName, one.userPrincipalName, one.mail].some((text) => text?.toLowerCase() === wanted),
    );
    const email = user?.mail ?? user?.userPrincipalName ?? '';
    const id = user?.id ?? name;
    return (
      find(site, 'user', id) ??
      insert(site, 'user', id, { user: { email, id, displayName: user?.displayName ?? name } }, [
        addUserRow(site, user?.displayName ?? name, email),
      ])
    );
  };

  const identifyApp = (site: Site, id: string, displayName: string): Identity =>
    find(site, 'app', id) ??
    insert(site, 'app', id, { application: { id, displayName }, user: { email: '', displayName: 'SharePoint App' } }, [
      find(site, 'shared', 'SharePoint App')?.userLookupId ??
        insert(site, 'shared', 'SharePoint App', {}, [addUserRow(site, 'SharePoint App', '')]).userLookupId,
      addUserRow(site, displayName, ''),
    ]);

  return {
    userList,
    identify(site, caller) {
      const { actor } = caller;
      const key = `${String(site.key)} ${JSON.stringify(actor)}`;
      const known = byCaller.get(key);
      if (known !== undefined) return known;
      const identity = database.transaction(() =>
        actor.kind === 'user'
          ? identifyUser(site, actor.name)
          : actor.kind === 'otherApp'
            ? identifyApp(site, actor.id, actor.id)
            : identifyApp(site, services.app.id, services.app.displayName),
      );
      byCaller.set(key, identity);
      return identity;
    },
    read(key) {
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const row = database.one<IdentityRow>('SELECT * FROM identity WHERE key = ?', key);
      const identity =
        row === undefined
          ? { key, shown: { user: { displayName: 'System Account' } }, userLookupId: 0, appLookupId: null }
          : toIdentity(row);
      byKey.set(key, identity);
      return identity;
    },
    forget() {
      byKey.clear();
      byCaller.clear();
    },
  };
}
