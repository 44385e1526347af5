/** People who send reports over HTTP, as cheaply as Node can: what they take of the machine is taken from the service. */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoStaff } from '../../bot/demo/demo-staff.ts';
import { referenceOf, reportOf } from './running-service.ts';

export interface Sent {
  /** Milliseconds for each report, from the moment it was to be sent. */
  readonly samples: readonly number[];
  readonly references: readonly string[];
}

export interface People {
  readonly users: number;
  /** How long after the last a person's next report is due, answered or not; 0: as soon as it is answered. */
  readonly everyMs: number;
  /** Who they are, in turn, and where they report; of the demo unless told. */
  readonly personIds?: readonly string[];
  readonly unitId?: string;
}

/** Sends a report for each id from so many people at once. */
export async function sendReports(
  origin: string,
  ids: readonly string[],
  { users, everyMs, personIds = demoStaff.map((person) => person.id), unitId }: People,
): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: users });
  const samples: number[] = [];
  const references: string[] = [];
  const queue = [...ids];
  const begun = performance.now();
  const person = async (index: number): Promise<void> => {
    const personId = personIds[index % personIds.length] ?? '';
    // Each begins at another moment of the first turn.
    let dueAt = begun + (everyMs * index) / users;
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (everyMs > 0) await sleep(Math.max(dueAt - performance.now(), 0));
      else dueAt = performance.now();
      references.push(await send(agent, origin, reportOf(personId, id, unitId)));
      samples.push(performance.now() - dueAt);
      dueAt += everyMs;
    }
  };
  await Promise.all(Array.from({ length: users }, (_, index) => person(index)));
  agent.destroy();
  return { samples, references };
}

async function send(agent: Agent, origin: string, report: ReturnType<typeof reportOf>): Promise<string> {
  const { path, method, headers, body } = report;
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request(origin + path, { agent, method, headers }, (answer) => {
      let received = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (received += part));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 500, text: received });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
  return referenceOf(status < 300, JSON.parse(text));
}
