/** `npm run bench -- NAME`: one benchmark; a table for people, one JSON line last. */
import type { BenchResult } from './result.ts';

const benchmarks: Readonly<Record<string, () => Promise<{ run: (words: readonly string[]) => Promise<BenchResult> }>>> =
  {
    'card-actions': () => import('./card-actions.ts'),
    accept: () => import('./accept.ts'),
    intake: () => import('./intake.ts'),
    kill: () => import('./kill.ts'),
    overview: () => import('./overview.ts'),
    pull: () => import('./pull.ts'),
    push: () => import('./push.ts'),
    reminders: () => import('./reminders.ts'),
    'reminders-year': () => import('./reminders-year.ts'),
    size: () => import('./size.ts'),
    sizes: () => import('./sizes.ts'),
    start: () => import('./start.ts'),
    tab: () => import('./tab.ts'),
  };

const [name = '', ...words] = process.argv.slice(2);
const load = benchmarks[name];
if (load === undefined) {
  console.error(`Välj ett av: ${Object.keys(benchmarks).join(', ')}`);
  process.exitCode = 2;
} else {
  const result = await (await load()).run(words);
  for (const note of result.notes) console.log(note);
  console.table(result.rows);
  console.log(JSON.stringify({ bench: name, ...result }));
}
