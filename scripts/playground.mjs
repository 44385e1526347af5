/**
 * `npm run playground`: Microsoft 365 Agents Playground against the local bot. Uses the service that runs on PORT, or
 * starts one and stops it again.
 */
import { spawn } from 'node:child_process';
import { startPlayground } from '../test/support/playground.ts';

const botUrl = `http://127.0.0.1:${process.env.PORT ?? 3978}`;
const service = (await answers()) ? undefined : await startService();
const playground = await startPlayground({ botUrl, openBrowser: process.env.CI === undefined, port: 56150 });
console.log(`Agents Playground: ${playground.url} (boten: ${botUrl})`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void playground.close().then(() => {
      if (service === undefined) process.exit(0);
      service.on('exit', () => process.exit(0));
      service.kill('SIGTERM');
    });
  });
}

async function answers() {
  const answer = await fetch(`${botUrl}/health`).catch(() => undefined);
  return answer?.ok === true;
}

/** Resolves when the service has told its address; ends this program when the service cannot start. */
function startService() {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bot/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      process.stdout.write(text);
      if (String(text).includes(botUrl)) resolve(child);
    });
    child.on('exit', (code) => process.exit(code ?? 1));
  });
}
