import { defaultApp } from '../../bot/local-graph/local-graph.ts';
import type { WrittenText } from './ledger.ts';
import type { BothSides } from './read-sharepoint.ts';
import { itemKey, versionsOf } from './sharepoint-operations.ts';
import { listOf } from './simulated-graph.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/**
 * Texts that are nowhere any more. A text is kept when a record, its history or comments, a conflict or what was set
 * aside holds it. What a person wrote into a list and then wrote over or deleted there, before anybody could know, is in
 * SharePoint's own versions or recycle bin, where that person put it.
 */
export async function findLostTexts(world: SimulatedWorld, sides: BothSides): Promise<readonly string[]> {
  const kept = JSON.stringify([
    sides.rows.map((row) => [row.fields, row.history, row.comments]),
    sides.conflicts,
    sides.setAside,
  ]);
  const lost: string[] = [];
  for (const [text, written] of world.ledger.texts) {
    if (kept.includes(text) || (await isPutAwayByAPerson(world, text, written))) continue;
    lost.push(
      `lost: ${text}, written ${written.by === 'service' ? 'through us' : `into ${written.kind} item ${written.itemId}`}`,
    );
  }
  return lost;
}

async function isPutAwayByAPerson(world: SimulatedWorld, text: string, written: WrittenText): Promise<boolean> {
  if (written.by !== 'outside') return false;
  const list = listOf(world.graph, written.boardId, written.kind);
  if (world.ledger.deletedItems.has(itemKey(list, written.itemId))) return true;
  const versions = await versionsOf(world.graph, list, written.itemId);
  const last = versions.findLastIndex((version) => JSON.stringify(version.fields).includes(text));
  const next = versions[last + 1];
  return next !== undefined && next.lastModifiedBy.application?.id !== defaultApp.id;
}
