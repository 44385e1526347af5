import type { RecordAnswer, UnitAnswer } from '../../../../shared/api/contract.ts';

/** A record as the service answers it, with only what a test is about. */
export function answer(kind: RecordAnswer['kind'], id: string, more: Partial<RecordAnswer> = {}): RecordAnswer {
  return {
    id,
    kind,
    view: 'full',
    status: 'draft',
    title: id,
    fields: {},
    createdAt: '2026-11-22T10:00:00.000Z',
    stateChangedAt: '2026-11-22T10:00:00.000Z',
    revision: 1,
    inSharePoint: true,
    reportedByMe: false,
    allowed: { edit: true, comment: true, steps: [] },
    ...more,
  };
}

export function unit(id: string, parentId?: string, more: Partial<UnitAnswer> = {}): UnitAnswer {
  return { id, name: id, unitKind: 'unit', aliases: [], active: true, ...(parentId ? { parentId } : {}), ...more };
}
