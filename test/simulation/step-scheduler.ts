/**
 * Decides who goes on. Everything that a process asks of the outside (a statement to the database, a call to Graph) is a
 * step that waits for its turn; one is taken at a time, drawn by seed, so that a run can be repeated exactly. A process
 * can die before, during or after any step of its own: then the step, and all that waits for it, never ends.
 */
import type { SeededChoice } from './seeded-choice.ts';

/** A process as the scheduler sees it. */
export interface Life {
  readonly name: string;
  isAlive: boolean;
  /** Steps that it has taken. */
  steps: number;
  /** Dies at this step of its own. */
  death: Death | undefined;
  /** Ends what the process holds; called once, at its death. */
  bury: () => Promise<void>;
}

export interface Death {
  readonly atStep: number;
  readonly when: 'before' | 'during' | 'after';
}

export interface Step {
  readonly name: string;
  /** Carries the step out. */
  run(): Promise<unknown>;
  /** Whether the step under way waits for a lock that somebody else holds. */
  isBlocked?(): Promise<boolean>;
  /** Prepares to die in the middle of the step; without it, dying during it is dying after it. */
  dieDuring?(die: () => void): void;
}

export interface StepScheduler {
  /** Called from within a process; resolves when the step has had its turn. Never, when the process dies. */
  take<Value>(life: Life, step: Step & { run(): Promise<Value> }): Promise<Value>;
  /** Takes up to so many steps; fewer when nobody wants to go on. */
  run(most: number): Promise<void>;
  kill(life: Life): Promise<void>;
}

interface Waiting {
  readonly life: Life;
  readonly step: Step;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

interface Blocked extends Waiting {
  readonly course: Course;
}

/** Where a step under way has come to. */
interface Course {
  isOver: boolean;
  readonly over: Promise<void>;
  deliver(): void;
}

/** How long a step may take until it is asked whether it is blocked. */
const patienceMs = 3;

export function createStepScheduler(choice: SeededChoice, trace: (line: string) => void): StepScheduler {
  let waiting: Waiting[] = [];
  let blocked: Blocked[] = [];

  const kill = async (life: Life): Promise<void> => {
    if (!life.isAlive) return;
    life.isAlive = false;
    waiting = waiting.filter((one) => one.life !== life);
    await life.bury();
    blocked = blocked.filter((one) => one.life !== life);
    await continueBlocked();
  };

  const takeOne = async (): Promise<boolean> => {
    const next = choice.one(waiting);
    if (next === undefined) return blocked.length > 0 && (await waitForBlocked());
    waiting = waiting.filter((one) => one !== next);
    const { life, step } = next;
    life.steps += 1;
    const death = life.death !== undefined && life.death.atStep <= life.steps ? life.death : undefined;
    if (death !== undefined) trace(`${life.name} dies ${death.when} ${step.name}`);
    if (death?.when === 'before') {
      await kill(life);
      return true;
    }
    if (death !== undefined) await carryOutAndDie(next, death);
    else await carryOut(next);
    await continueBlocked();
    return true;
  };

  const carryOut = async (next: Waiting): Promise<void> => {
    const course = begin(next);
    if (await isOverOrBlocked(next.step, course)) course.deliver();
    else blocked.push({ ...next, course });
    await quiet();
  };

  const carryOutAndDie = async (next: Waiting, death: Death): Promise<void> => {
    const dead = new Promise<void>((resolve) => {
      if (death.when === 'during') next.step.dieDuring?.(resolve);
    });
    const course = begin(next);
    await Promise.race([isOverOrBlocked(next.step, course), dead]);
    await kill(next.life);
    await quiet();
  };

  /** A lock that was let go lets others end their step. */
  const continueBlocked = async (): Promise<void> => {
    for (const one of blocked) {
      if (!(await isOverOrBlocked(one.step, one.course))) continue;
      blocked = blocked.filter((other) => other !== one);
      one.course.deliver();
      await quiet();
    }
  };

  /** All wait for locks: the database ends that by itself. */
  const waitForBlocked = async (): Promise<boolean> => {
    await Promise.race(blocked.map((one) => one.course.over));
    await continueBlocked();
    return true;
  };

  return {
    take: <Value>(life: Life, step: Step) =>
      new Promise<Value>((resolve, reject) => {
        if (!life.isAlive) return;
        waiting.push({ life, step, resolve: resolve as (value: unknown) => void, reject });
      }),
    run: async (most) => {
      await quiet();
      for (let taken = 0; taken < most && (await takeOne()); taken += 1);
    },
    kill,
  };
}

function begin({ step, resolve, reject }: Waiting): Course {
  let deliver = (): void => undefined;
  const course: Course = {
    isOver: false,
    over: Promise.resolve(),
    deliver: () => {
      deliver();
    },
  };
  const end = (how: () => void): void => {
    deliver = how;
    course.isOver = true;
  };
  const over = step.run().then(
    (value) => {
      end(() => {
        resolve(value);
      });
    },
    (reason: unknown) => {
      end(() => {
        reject(reason);
      });
    },
  );
  return Object.assign(course, { over });
}

async function isOverOrBlocked(step: Step, course: Course): Promise<boolean> {
  for (;;) {
    if (step.isBlocked === undefined) await course.over;
    else await soonerOf(course.over);
    if (course.isOver) return true;
    if (await step.isBlocked?.()) return course.isOver;
  }
}

async function soonerOf(over: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([over, late]);
  clearTimeout(timer);
}

/** Until everybody who could go on has come to a step of their own. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
