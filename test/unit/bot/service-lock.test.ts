import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir } from '../../../bot/service-lock.ts';

let folder: string;
let other: ChildProcess;
let server: Server | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kvalitetsnavet-lock-'));
  other = spawn('sleep', ['60']);
});
afterEach(async () => {
  other.kill();
  server?.close();
  server = undefined;
  await rm(folder, { recursive: true });
});

async function givenLock(content: object): Promise<void> {
  await writeFile(join(folder, 'service.lock'), JSON.stringify(content));
}

test('a free folder is locked until it is released', async () => {
  const lock = await lockDataDir(folder, 'http://127.0.0.1:1', 'a');
  const written = JSON.parse(await readFile(join(folder, 'service.lock'), 'utf8'));

  await lock.release();

  expect(written).toMatchObject({ pid: process.pid, instance: 'a' });
  await expect(readFile(join(folder, 'service.lock'))).rejects.toThrow('ENOENT');
});

test('the lock of a dead process is taken over', async () => {
  await givenLock({ pid: 2 ** 30, instance: 'dead', address: 'http://127.0.0.1:1', startedAt: Date.now() });

  await lockDataDir(folder, 'http://127.0.0.1:2', 'b');

  expect(await readFile(join(folder, 'service.lock'), 'utf8')).toContain('"b"');
});

test('a lock cut short by a crash is taken over', async () => {
  await writeFile(join(folder, 'service.lock'), '{"pid":');

  await lockDataDir(folder, 'http://127.0.0.1:2', 'b');

  expect(await readFile(join(folder, 'service.lock'), 'utf8')).toContain('"b"');
});

test('a service that is starting holds the folder', async () => {
  await givenLock({ pid: other.pid, instance: 'c', address: 'http://127.0.0.1:9', startedAt: Date.now() });

  const second = lockDataDir(folder, 'http://127.0.0.1:2', 'b');

  await expect(second).rejects.toMatchObject({ details: { reason: 'alreadyRunning', address: 'http://127.0.0.1:9' } });
});

test('a service that answers as the holder of the lock holds the folder', async () => {
  const address = await answeringHealth('c');
  await givenLock({ pid: other.pid, instance: 'c', address, startedAt: 0 });

  const second = lockDataDir(folder, 'http://127.0.0.1:2', 'b');

  await expect(second).rejects.toMatchObject({ details: { reason: 'alreadyRunning' } });
});

test('a process id that went to another program does not hold the folder', async () => {
  const address = await answeringHealth('somebody else');
  await givenLock({ pid: other.pid, instance: 'c', address, startedAt: 0 });

  await lockDataDir(folder, 'http://127.0.0.1:2', 'b');

  expect(await readFile(join(folder, 'service.lock'), 'utf8')).toContain('"b"');
});

async function answeringHealth(instance: string): Promise<string> {
  const listening = createServer((_request, response) => response.end(JSON.stringify({ instance })));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}
