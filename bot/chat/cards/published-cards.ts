import { definitionOf } from '../../../shared/records/index.ts';
import { documentTypes } from '../../../shared/records/governing-document.ts';
import type { Person } from '../../../shared/records/record-kind.ts';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import type { PublishedHit, PublishedKind } from '../../processes/process-service.ts';
import type { CardElement, OutgoingMessage } from '../bot-port.ts';
import type { ChatServices, Turn } from '../turn.ts';
import { cardMessage, facts, heading, notice, openUrl, paragraph } from './card-elements.ts';
import { dayText } from './interval-text.ts';
import { unitName } from './receipt-card.ts';

type Ground = Pick<ChatServices, 'links'>;

/** Cards stay small; the whole text is on the page. */
const longestText = 600;
const listed = 6;
const alsoListed = 3;

/** A published process or document: what it is, whose, for whom, how many steps, and the way to all of it. */
export function publishedCard(
  turn: Turn,
  services: Ground,
  hit: PublishedHit,
  around: { readonly before?: string; readonly others: readonly PublishedHit[] },
): OutgoingMessage {
  const { say } = turn;
  const { record } = hit;
  const isProcess = record.kind === 'process';
  const file = isProcess ? undefined : webAddress(record.fields['location']);
  const also = around.others.slice(0, alsoListed);
  return cardMessage(
    record.title,
    [
      ...(around.before === undefined ? [] : [paragraph(around.before)]),
      heading(record.title),
      ...(record.status === 'needsReview' ? [notice(say('lookup.needsReview'), [], 'warning')] : []),
      ...shortened(record.fields[isProcess ? 'mission' : 'what']),
      facts(isProcess ? processFacts(turn, hit) : documentFacts(turn, hit)),
      ...(also.length === 0 ? [] : [paragraph(say('lookup.alsoTitle'), 'subtle')]),
      ...also.map((other) => hitRow(turn, services, other)),
    ],
    [
      openUrl(say(isProcess ? 'lookup.openProcess' : 'lookup.openDocument'), linkTo(services, record)),
      ...(file === undefined ? [] : [openUrl(say('lookup.openFile'), file)]),
    ],
  );
}

/** Several may be meant: their names as links, best first. */
export function publishedListCard(
  turn: Turn,
  services: Ground,
  found: {
    readonly kind: PublishedKind;
    readonly words: string;
    readonly hits: readonly PublishedHit[];
    readonly before?: string;
  },
): OutgoingMessage {
  const { say } = turn;
  const { words, hits, before, kind } = found;
  const title = say('lookup.listTitle', { count: hits.length, words });
  const link = services.links.page(kind === 'process' ? 'processes' : 'documents');
  return cardMessage(title, [
    heading(title),
    ...(before === undefined ? [] : [paragraph(before)]),
    ...hits.slice(0, listed).map((hit) => hitRow(turn, services, hit)),
    ...(hits.length > listed
      ? [paragraph(say('lookup.listMore', { shown: listed, total: hits.length, link }), 'subtle')]
      : []),
  ]);
}

function hitRow(turn: Turn, services: Ground, { record }: PublishedHit): CardElement {
  const link = linkTo(services, record);
  const where = record.kind === 'process' ? unitName(turn, record.unitId) : typeName(turn, record);
  return {
    type: 'Container',
    separator: true,
    selectAction: openUrl(record.title, link),
    items: [paragraph(`[${record.title.replaceAll(/[[\]]/gu, '')}](${link})`), paragraph(where, 'subtle')],
  };
}

type Rows = readonly (readonly [string, string | undefined])[];

function processFacts(turn: Turn, { record, steps }: PublishedHit): Rows {
  const { say } = turn;
  const { fields } = record;
  const stakeholders = (fields['stakeholders'] ?? []) as readonly { name?: string; isReceiver?: boolean }[];
  const receivers = stakeholders.flatMap(({ name, isReceiver }) => (isReceiver === true && name ? [name] : []));
  return [
    [say('lookup.owner'), personName(fields['processOwner'])],
    [say('lookup.steps'), String(steps)],
    [say('lookup.receiver'), receivers.length === 0 ? undefined : receivers.join(', ')],
    [say('lookup.start'), textOf(fields['start'])],
    [say('lookup.unit'), unitName(turn, record.unitId)],
  ];
}

function documentFacts(turn: Turn, { record, steps }: PublishedHit): Rows {
  const { say, language } = turn;
  const { fields } = record;
  const concerned = (fields['concernsUnits'] ?? []) as readonly string[];
  const review = textOf(fields['reviewDate']);
  return [
    [say('lookup.type'), typeName(turn, record)],
    [say('lookup.owner'), personName(fields['documentOwner'])],
    [say('lookup.who'), textOf(fields['who'])],
    [
      say('lookup.concerns'),
      concerned.length === 0 ? everybodyOf(turn, record) : concerned.map((id) => unitName(turn, id)).join(', '),
    ],
    [say('lookup.usedIn'), steps === 0 ? undefined : say('lookup.usedInSteps', { count: steps })],
    [say('lookup.reviewDate'), review === undefined ? undefined : dayText(review, language)],
  ];
}

/** As in the register: one that names no unit concerns the unit it belongs to, or everybody when it is the board's. */
function everybodyOf(turn: Turn, { unitId }: RecordAnswer): string {
  return unitId === undefined ? turn.say('lookup.everybody') : unitName(turn, unitId);
}

function typeName({ language }: Turn, { kind, fields }: RecordAnswer): string {
  const type = fields['documentType'];
  return typeof type === 'string' && Object.hasOwn(documentTypes, type)
    ? documentTypes[type as keyof typeof documentTypes][language]
    : definitionOf(kind).label[language];
}

function linkTo({ links }: Ground, { kind, id }: RecordAnswer): string {
  return links.record(kind, id);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? shorten(value) : undefined;
}

function shortened(value: unknown): readonly CardElement[] {
  const text = textOf(value);
  return text === undefined ? [] : [paragraph(text)];
}

function shorten(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText).trimEnd()} …`;
}

function personName(value: unknown): string | undefined {
  return (value as Person | undefined)?.name;
}

/** Only an address of the web may become a button. */
function webAddress(value: unknown): string | undefined {
  return typeof value === 'string' && /^https:\/\/[^\s"<>]+$/u.test(value) ? value : undefined;
}
