import fc from 'fast-check';
import { canonicalText } from '../../../../bot/graph/canonical.ts';
import type { RecordRow } from '../../../../bot/records/record-store.ts';
import { definitionOf } from '../../../../shared/records/index.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import { intervalPrecisions } from '../../../../shared/records/record-kind.ts';
import type { FieldDefinition } from '../../../../shared/records/record-kind.ts';
import { titleOf } from '../../../../shared/rules/record-title.ts';

const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Text as it is kept: in canonical form, and not empty. */
const text = (maxLength: number) =>
  fc
    .string({
      unit: fc.constantFrom('a', 'å', 'Ä', 'ö', ' ', '1', '.', '"', "'", '\\', '\n', '<', '&', '😀', 'é'),
      maxLength,
    })
    .map((value) => canonicalText(value) ?? 'x')
    .filter((value) => value.length <= maxLength);

const line = (maxLength: number) => text(maxLength).map((value) => value.replaceAll('\n', ' ').trim() || 'x');
const person = fc.record({ id: fc.uuid(), name: line(60) });

function fieldValue(field: FieldDefinition): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return line(Math.min(field.maxLength ?? 255, 60));
    case 'longText':
      return text(200);
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices));
    case 'choices':
      return fc.subarray(Object.keys(field.choices), { minLength: 1 });
    case 'number':
      return fc.integer({ min: field.minimum ?? -1000, max: field.maximum ?? 1000 });
    case 'boolean':
      return fc.boolean();
    case 'date':
      return instant.map((value) => value.slice(0, 10));
    case 'dateTime':
      return instant;
    case 'interval':
      return fc.record({ from: instant, to: instant, precision: fc.constantFrom(...intervalPrecisions) });
    case 'person':
      return person;
    case 'persons':
      return fc.array(person, { minLength: 1, maxLength: 3 });
    case 'reference':
      return fc.uuid();
    case 'references':
    case 'words':
      return fc.array(line(30), { minLength: 1, maxLength: 3 });
    case 'rows':
      return fc.array(fc.record({ id: fc.uuid(), ...mapFields(field.fields) }, { requiredKeys: ['id'] }), {
        minLength: 1,
        maxLength: 3,
      });
  }
}

const mapFields = (fields: Readonly<Record<string, FieldDefinition>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldValue(field)]));

/** Fields of a kind, any of which may be absent. */
export function anyFieldsOf(kind: KindName): fc.Arbitrary<RecordRow['fields']> {
  return fc.record(mapFields(definitionOf(kind).fields), { requiredKeys: [] }) as fc.Arbitrary<RecordRow['fields']>;
}

const comment = fc.record({
  id: fc.uuid(),
  at: instant,
  by: person,
  kind: fc.constant('comment' as const),
  text: text(80),
});
const entry = fc.record({
  id: fc.uuid(),
  at: instant,
  by: person,
  via: fc.constantFrom('chat' as const, 'tab' as const),
  action: fc.constant('changed' as const),
  changes: fc.constant([{ field: 'text', from: 'a', to: 'b' }]),
  revision: fc.integer({ min: 1, max: 50 }),
});

/** A whole record of a kind. */
export function anyRecordOf(kind: KindName): fc.Arbitrary<RecordRow> {
  const definition = definitionOf(kind);
  const ref = definition.refPrefix === undefined ? undefined : `${definition.refPrefix}-2026-0001`;
  return fc
    .record({
      id: fc.uuid(),
      unitId: fc.option(fc.uuid(), { nil: undefined }),
      status: fc.constantFrom(...Object.keys(definition.states)),
      fields: anyFieldsOf(kind),
      comments: fc.array(comment, { maxLength: 2 }),
      history: fc.array(entry, { maxLength: 2 }),
      createdBy: person,
      createdAt: instant,
      modifiedBy: person,
      modifiedAt: instant,
      stateChangedAt: instant,
      revision: fc.integer({ min: 1, max: 1000 }),
    })
    .map(({ unitId, ...record }) => ({
      ...record,
      ...(unitId === undefined ? {} : { unitId }),
      ...(ref === undefined ? {} : { ref }),
      boardId: 'board',
      kind,
      title: titleOf(kind, record.fields),
      pushedRevision: 0,
      deleted: false,
    }));
}
