/** A BPMN file from another tool in a real browser: asked about where unsure, nothing lost, versions side by side. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { personOf } from '../../bot/demo/demo-staff.ts';
import { processId } from '../../bot/demo/process-ids.ts';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { ExportAnswer, ProcessAnswer } from '../../shared/api/process-contract.ts';
import { axeViolations } from './axe-violations.ts';
import { openTabWindows } from './tab-windows.ts';
import type { TabWindows } from './tab-windows.ts';

jest.setTimeout(180_000);

let windows: TabWindows;
const id = processId('lakemedel');

beforeAll(async () => {
  windows = await openTabWindows();
});
afterAll(() => windows.close());

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${windows.service.origin}/api/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer local:${personOf('annika').id}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Answer;
}

/** The process's file as another tool may give it back: without our additions, with ids and names of its own. */
async function foreignFile(): Promise<string> {
  const { bytes } = await ask<ExportAnswer>(`processes/${id}/export?format=bpmn`);
  return Buffer.from(bytes, 'base64')
    .toString('utf8')
    .replaceAll(/<bpmn:extensionElements>[\s\S]*?<\/bpmn:extensionElements>/gu, '')
    .replaceAll('Step_lakemedel_', 'Foreign_')
    .replaceAll('name="Iordningställa dos"', 'name="Iordningställa dosen"')
    .replaceAll('name="Överlämna dos"', 'name="Vänta in apoteket"');
}

test('an import asks where it is unsure and lists what loses its activity; versions tell what differs', async () => {
  const before = await ask<ProcessAnswer>(`processes/${id}`);
  await ask<RecordAnswer>(`records/process/${id}/steps`, {
    to: 'draft',
    baseRevision: before.process.revision,
    reason: 'Ny apoteksleverantör',
  });
  const page = await windows.open('annika', `/processer/${id}`);

  await page.getByRole('button', { name: 'Läs in en BPMN-fil' }).click();
  const buffer = Buffer.from(await foreignFile(), 'utf8');
  await page.getByLabel('Fil').setInputFiles({ name: 'lakemedel.bpmn', mimeType: 'application/xml', buffer });
  const question = page.getByRole('radiogroup', { name: 'Vilken aktivitet är ”Iordningställa dosen” i filen?' });
  await question.getByRole('radio', { name: 'Samma som ”Iordningställa dos”' }).check();
  expect(await axeViolations(page)).toEqual([]);
  await windows.shoot(page, 'process-import');
  await page.getByRole('button', { name: 'Fortsätt', exact: true }).click();
  await page.getByText('Det här pekar på aktiviteter som inte finns i filen').waitFor();
  await page.getByRole('button', { name: 'Spara som ny version' }).click();

  await page.getByText('Det här pekar på aktiviteter som inte längre är del av processen').waitFor();
  const after = await ask<ProcessAnswer>(`processes/${id}`);
  const idOf = (answer: ProcessAnswer, name: string): string | undefined =>
    answer.activities.find(({ record }) => record.title === name)?.record.id;
  expect(after.version).toBe(before.version + 1);
  expect(idOf(after, 'Iordningställa dosen')).toBe(idOf(before, 'Iordningställa dos'));
  const routineOf = (answer: ProcessAnswer): unknown => answer.activities[1]?.record.fields['routine'];
  expect([typeof routineOf(after), routineOf(after)]).toEqual(['string', routineOf(before)]);
  expect(after.lostLinks.map(({ activityName }) => activityName)).toEqual(['Överlämna dos']);

  await page.getByRole('button', { name: `Visa ändringar i version ${String(after.version)}` }).click();
  await page.getByText('från ”Iordningställa dos” till ”Iordningställa dosen”').waitFor();
  await page.getByText('Borttagen: Överlämna dos').waitFor();
  await page.getByText('Tillagd: Vänta in apoteket').waitFor();
  await windows.shoot(page, 'process-versions');
  await page.getByRole('button', { name: `Återställ version ${String(before.version)}` }).click();
  await page.getByText(`Version ${String(before.version)} är återställd`).waitFor();
  const restored = await ask<ProcessAnswer>(`processes/${id}`);
  expect(idOf(restored, 'Överlämna dos')).toBe(idOf(before, 'Överlämna dos'));
  expect(restored.lostLinks).toEqual([]);
  expect(windows.faults).toEqual([]);
  await page.context().close();
});
