/**
 * Holds bot/sync/SPEC.md and the tests against each other: every rule has a test whose name carries its number, and
 * every number in a test's name is a rule. Prints what is missing, and ends with 1 when something is.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const spec = 'bot/sync/SPEC.md';
const number = /S-[A-Z]\d+/g;

/** A rule is a number in bold. */
const rules = new Set([...readFileSync(spec, 'utf8').matchAll(/\*\*(S-[A-Z]\d+)\*\*/g)].map((match) => match[1]));

/** The name of a test that begins with one rule or more: 'S-P1 an accepted record …'. */
const testName = /['"`]((?:S-[A-Z]\d+(?:,| and)? )+)/g;

const named = new Map();
for (const file of readdirSync('test', { recursive: true })) {
  if (!/\.test\.tsx?$/.test(file)) continue;
  const path = join('test', file);
  for (const [, begins] of readFileSync(path, 'utf8').matchAll(testName)) {
    for (const [rule] of begins.matchAll(number)) named.set(rule, path);
  }
}

const problems = [
  ...[...rules].filter((rule) => !named.has(rule)).map((rule) => `${rule} står i ${spec} men i inget tests namn.`),
  ...[...named]
    .filter(([rule]) => !rules.has(rule))
    .map(([rule, path]) => `${rule} nämns i ${path} men är ingen regel.`),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
