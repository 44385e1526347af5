import type { Caller } from '../../bot/records/records-service.ts';
import type { RecordRow } from '../../bot/records/record-store.ts';
import type { Role } from '../../shared/records/record-kind.ts';
import type { BoardId } from './simulated-graph.ts';

/** Units and people of a simulated board. They are there from the start and never change. */
export const people = ['anna', 'bo', 'cilla'] as const;
export type PersonName = (typeof people)[number];

const unitIds: Readonly<Record<BoardId, readonly [string, string]>> = {
  ekholmen: ['00000000-0000-4000-8000-0000000000e0', '00000000-0000-4000-8000-0000000000e1'],
  sundby: ['00000000-0000-4000-8000-0000000000a0', '00000000-0000-4000-8000-0000000000a1'],
};

export const unitOf = (boardId: BoardId): string => unitIds[boardId][1];

/** Anna leads a unit, Bo works there, Cilla does all that is done for the whole board. */
export function callerOf(boardId: BoardId, person: PersonName): Caller {
  const onUnit = (role: Role) => [{ role, unitId: unitOf(boardId) }];
  const forBoard = ['boardOffice', 'departmentHead', 'qualityCoordinator', 'unitManager'] as const;
  const roles = {
    anna: onUnit('unitManager'),
    bo: onUnit('employee'),
    cilla: forBoard.map((role) => ({ role })),
  }[person];
  return {
    boardId,
    actor: { personId: `${person}-${boardId}`, name: `${person} ${boardId}`, roles },
    via: 'tab',
    language: 'sv',
  };
}

/** The app itself, which may do what people do in no simulation: hand out roles. */
export function systemCaller(boardId: BoardId): Caller {
  const actor = { personId: 'system', name: 'Kvalitetsnavet', roles: [], system: true } as const;
  return { boardId, actor, via: 'system', language: 'sv' };
}

/** The goal that commitments answer, as a row that waits for SharePoint. */
export function boardGoalRow(boardId: BoardId): RecordRow {
  const at = '2026-03-10T08:00:00.000Z';
  const by = { id: 'system', name: 'Kvalitetsnavet' };
  const entry = { id: 'created', at, by, via: 'system', action: 'created', changes: [], revision: 1 } as const;
  return {
    ...{ boardId, kind: 'goal', id: boardGoalId, status: 'draft', title: '', comments: [], history: [entry] },
    fields: { level: 'boardGoal', period: 'year', text: 'Äldre är trygga' },
    ...{ createdBy: by, createdAt: at, modifiedBy: by, modifiedAt: at, stateChangedAt: at },
    ...{ revision: 1, pushedRevision: 0, deleted: false },
  };
}

export const boardGoalId = '00000000-0000-4000-8000-0000000000f0';

/** The organisation as rows that wait for nothing. */
export function organisationRows(boardId: BoardId): readonly RecordRow[] {
  const at = '2026-01-01T00:00:00.000Z';
  const by = { id: 'system', name: 'Kvalitetsnavet' };
  return unitIds[boardId].map((id, index) => ({
    boardId,
    kind: 'organisationalUnit',
    id,
    status: 'active',
    title: '',
    fields: {
      name: index === 0 ? boardId : `Enheten i ${boardId}`,
      unitKind: index === 0 ? 'board' : 'unit',
      ...(index === 0 ? {} : { parent: unitIds[boardId][0] }),
    },
    comments: [],
    history: [],
    createdBy: by,
    createdAt: at,
    modifiedBy: by,
    modifiedAt: at,
    stateChangedAt: at,
    revision: 1,
    pushedRevision: 1,
    deleted: false,
  }));
}
