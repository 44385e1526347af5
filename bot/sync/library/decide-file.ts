import { largestBpmnFile, decodeBpmnFile } from '../../../shared/process/bpmn/read-bytes.ts';
import { maskDrawing } from '../../../shared/process/mask-drawing.ts';
import { readStamp, withoutStamp } from '../../processes/version-stamp.ts';
import type { VersionStamp } from '../../processes/version-stamp.ts';

/** What the content of a file is, before it is held against our versions. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string; readonly stamp: VersionStamp | undefined }
  | { readonly kind: 'problem'; readonly reason: 'drawingTooLarge' | 'drawingUnreadable' };

/** @param bytes undefined: larger than we take in, and not fetched */
export function readContent(bytes: Uint8Array | undefined): FileContent {
  if (bytes === undefined || bytes.length > largestBpmnFile) return { kind: 'problem', reason: 'drawingTooLarge' };
  const decoded = decodeBpmnFile(bytes);
  if (decoded.kind === 'refused') return { kind: 'problem', reason: 'drawingUnreadable' };
  // A zero is in no XML, and PostgreSQL keeps none; what else was written is kept.
  const text = decoded.text.replaceAll('\0', '\uFFFD');
  return { kind: 'text', text: withoutStamp(text), stamp: readStamp(text) };
}

/** A version of ours, as far as it is needed here. */
export interface OurVersion {
  readonly version: number;
  readonly isPushed: boolean;
  readonly isUnsendable: boolean;
  /** Of the stamped one and of the newest that SharePoint has. */
  readonly bpmn?: string;
}

export type FileDecision =
  /** A version of ours; `isLate`: one that a newer one should have followed. */
  | { readonly kind: 'ours'; readonly version: number; readonly isLate: boolean }
  /** Somebody's edit, made from the version `base`; without one, from the newest. */
  | { readonly kind: 'outside'; readonly text: string; readonly base?: number }
  | { readonly kind: 'setAside'; readonly reason: FileProblem; readonly text?: string };

export type FileProblem = 'drawingTooLarge' | 'drawingUnreadable' | 'drawingUnsent';

/** Decides, without doing it, what the content of a process's file means. Rules S-F7…S-F9. */
export function decideFile(content: FileContent, versions: readonly OurVersion[], isByOurApp: boolean): FileDecision {
  if (content.kind === 'problem') return { kind: 'setAside', reason: content.reason };
  const { text, stamp } = content;
  const newest = newestPushed(versions);
  const stamped = versions.find(({ version }) => version === stamp?.version);
  if (stamped?.bpmn === text) {
    const isOlder = stamped.isPushed && stamped.version < (newest?.version ?? 0);
    // Somebody restored an old version there: an edit like any other. Our own app was only late.
    if (isOlder && !isByOurApp) return outside(versions, text);
    return { kind: 'ours', version: stamped.version, isLate: isOlder };
  }
  // A tool dropped the stamp and changed nothing else.
  if (stamp === undefined && newest?.bpmn === text) return { kind: 'ours', version: newest.version, isLate: false };
  return outside(versions, text, stamped?.version);
}

export const newestPushed = (versions: readonly OurVersion[]): OurVersion | undefined =>
  versions.filter(({ isPushed }) => isPushed).toSorted((a, b) => b.version - a.version)[0];

export const isAnyUnsent = (versions: readonly OurVersion[]): boolean =>
  versions.some(({ isPushed, isUnsendable }) => !isPushed && !isUnsendable);

function outside(versions: readonly OurVersion[], text: string, base?: number): FileDecision {
  const masked = maskDrawing(text);
  if (isAnyUnsent(versions)) return { kind: 'setAside', reason: 'drawingUnsent', text: masked };
  return { kind: 'outside', text: masked, ...(base === undefined ? {} : { base }) };
}
