interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes one call of many: the first goes at once, and those that come while it is on its way go together in the next.
 * Nobody waits for company, and everybody waits for the answer. When a call of several fails each is made alone, so that
 * nobody suffers for another's.
 *
 * @param run gives an answer for each input, in the same order
 * @param most how many go together
 */
export function createGatheredCalls<Input, Output>(
  run: (inputs: readonly Input[]) => Promise<readonly Output[]>,
  most = 100,
): (input: Input) => Promise<Output> {
  const queue: Waiting<Input, Output>[] = [];
  let isRunning = false;

  async function runAll(): Promise<void> {
    isRunning = true;
    while (queue.length > 0) await settle(queue.splice(0, most));
    isRunning = false;
  }

  async function settle(batch: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const outputs = await run(batch.map(({ input }) => input));
      batch.forEach(({ resolve }, index) => {
        resolve(outputs[index] as Output);
      });
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) only?.reject(error);
      else for (const one of batch) await settle([one]);
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      queue.push({ input, resolve, reject });
      if (!isRunning) void runAll();
    });
}
