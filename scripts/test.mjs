/**
 * Runs every test and ends with the line `N passed, N failed`. Words given are passed on to jest (a path, -t name).
 * With CI=true a skipped test is a failure unless its name stands in test/support/allowed-skips.json with a reason.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

const report = '.cache/jest.json';
mkdirSync('.cache', { recursive: true });
rmSync(report, { force: true });

const chromium = findChromium();
if (!chromium) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...process.argv.slice(2)];
const run = spawnSync(process.execPath, [...flags, ...jest], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, NODE_OPTIONS: flags.join(' '), CHROMIUM_PATH: chromium, TZ: 'UTC' },
});

const result = readReport();
const skipped = result.testResults.flatMap((file) =>
  file.assertionResults.filter((test) => test.status !== 'passed' && test.status !== 'failed'),
);
const allowed = JSON.parse(readFileSync('test/support/allowed-skips.json', 'utf8'));
const unexplained = process.env.CI ? skipped.filter((test) => allowed[test.fullName] === undefined) : [];
for (const test of skipped)
  console.error(`Hoppades över: ${test.fullName} (${allowed[test.fullName] ?? 'utan angivet skäl'})`);

const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + unexplained.length;
const passed = result.numPassedTests;
console.log(`${passed} passed, ${failed === 0 && run.status !== 0 ? 1 : failed} failed`);
process.exitCode = failed > 0 || run.status !== 0 || passed === 0 ? 1 : 0;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    console.error(`Testkörningen gav ingen rapport: ${error.message}`);
    return { testResults: [], numFailedTests: 0, numPassedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
}
