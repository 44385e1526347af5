import { qualityCheckPoints } from '../../../../shared/records/commitment.ts';
import type { RecordAnswer } from '../../../../shared/api/contract.ts';
import type { TestBoard } from './board-fixture.ts';

/** A steering chain from vision to board goal, and what a commitment needs to be handed in. */
export interface TestPlan {
  readonly vision: RecordAnswer;
  readonly boardGoal: RecordAnswer;
}

export async function seedPlan(board: TestBoard): Promise<TestPlan> {
  const goal = async (level: string, parent?: string): Promise<RecordAnswer> =>
    await board.seed(
      'goal',
      { level, period: level === 'boardGoal' ? 'year' : 'mandate', text: level, year: 2026, ...(parent && { parent }) },
      { status: 'adopted' },
    );
  const vision = await goal('vision');
  const direction = await goal('councilDirection', vision.id);
  const area = await goal('councilArea', direction.id);
  return { vision, boardGoal: await goal('boardGoal', area.id) };
}

export const completeCommitment = {
  year: 2026,
  text: 'Den boende väljer själv när dagen börjar',
  targetGroup: 'Boende på Ekliden',
  targetGroupNeed: 'Bestämma över sin vardag',
  workingMethod: 'Genomförandeplan med egna önskemål',
  followUpMethod: 'Journalgranskning varje tertial',
  developmentPlan: 'Fler egna önskemål än i fjol',
  qualityChecks: Object.keys(qualityCheckPoints),
};
