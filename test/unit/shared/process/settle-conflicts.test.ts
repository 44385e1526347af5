import { expect, test } from '@jest/globals';
import { mergeModels } from '../../../../shared/process/merge-models.ts';
import type { MergeConflict } from '../../../../shared/process/merge-models.ts';
import { stepOf } from '../../../../shared/process/process-model.ts';
import { settleConflicts } from '../../../../shared/process/settle-conflicts.ts';
import { after, sampleProcess } from './sample-process.ts';

const ours = (): 'ours' => 'ours';

test('of two names for one activity the chosen one stays', () => {
  const mine = after(sampleProcess, { kind: 'renameStep', id: 'grant', name: 'Mitt' });
  const theirs = after(sampleProcess, { kind: 'renameStep', id: 'grant', name: 'Deras' });
  const merged = mergeModels(sampleProcess, mine, theirs);

  expect(stepOf(settleConflicts(merged, ours), 'grant')?.name).toBe('Mitt');
  expect(
    stepOf(
      settleConflicts(merged, () => 'theirs'),
      'grant',
    )?.name,
  ).toBe('Deras');
});

test('a detail is settled by itself', () => {
  const set = (responsible: string, description?: string) =>
    after(sampleProcess, {
      kind: 'setDetails',
      id: 'grant',
      details: { responsible, ...(description !== undefined && { description }) },
    });
  const merged = mergeModels(sampleProcess, set('Jag'), set('De', 'Så gör vi'));

  const settled = settleConflicts(merged, ours);

  expect(stepOf(settled, 'grant')?.details).toEqual({ responsible: 'Jag', description: 'Så gör vi' });
});

test('what we took away and they changed can be taken away after all, with nothing left hanging', () => {
  const mine = after(sampleProcess, { kind: 'deleteStep', id: 'grant' });
  const theirs = after(sampleProcess, { kind: 'renameStep', id: 'grant', name: 'Deras' });
  const merged = mergeModels(sampleProcess, mine, theirs);
  const asked: MergeConflict[] = [];

  const settled = settleConflicts(merged, (conflict) => {
    asked.push(conflict);
    return 'ours';
  });

  expect(asked.map(({ part }) => part)).toContain('all');
  expect(stepOf(settled, 'grant')).toBeUndefined();
  expect(settled.flows.every(({ from, to }) => stepOf(settled, from) && stepOf(settled, to))).toBe(true);
});

test('what they took away and we changed comes back when ours is chosen', () => {
  const mine = after(sampleProcess, { kind: 'renameStep', id: 'grant', name: 'Mitt' });
  const theirs = after(sampleProcess, { kind: 'deleteStep', id: 'grant' });

  const settled = settleConflicts(mergeModels(sampleProcess, mine, theirs), ours);

  expect(stepOf(settled, 'grant')?.name).toBe('Mitt');
});
