import type { SelfCheckPreviewRequest } from '../../../shared/api/self-check-contract.ts';
import { selfCheckDefinition } from '../../../shared/records/self-check-definition.ts';
import type { FormValues } from '../../components/record-form/form-values.ts';

type Frequency = SelfCheckPreviewRequest['frequency'];
type OnDayOff = NonNullable<SelfCheckPreviewRequest['onDayOff']>;

const day = /^\d{4}-\d{2}-\d{2}$/;
const { frequency: frequencyField, onDayOff: onDayOffField, deadlineDays: daysField } = selfCheckDefinition.fields;

/** What the form says of the schedule, once it says enough to reckon with. */
export function scheduleRequest(values: FormValues): SelfCheckPreviewRequest | undefined {
  const { frequency, rule, startsOn, endsOn, deadlineDays, onDayOff } = values;
  if (!isFrequency(frequency) || !isDay(startsOn)) return undefined;
  if (typeof deadlineDays !== 'number' || !Number.isInteger(deadlineDays)) return undefined;
  if (deadlineDays < daysField.minimum || deadlineDays > daysField.maximum) return undefined;
  if (frequency === 'custom' && typeof rule !== 'string') return undefined;
  return {
    frequency,
    startsOn,
    deadlineDays,
    ...(frequency === 'custom' && typeof rule === 'string' && { rule }),
    ...(isDay(endsOn) && { endsOn }),
    ...(isOnDayOff(onDayOff) && { onDayOff }),
  };
}

/** A rule of its own is asked for only where the frequency says so. */
export function scheduleNames({ frequency }: FormValues): readonly string[] {
  const rule = frequency === 'custom' ? ['rule'] : [];
  return ['frequency', ...rule, 'startsOn', 'endsOn', 'deadlineDays', 'onDayOff'];
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && day.test(value);
}

function isFrequency(value: unknown): value is Frequency {
  return typeof value === 'string' && Object.hasOwn(frequencyField.choices, value);
}

function isOnDayOff(value: unknown): value is OnDayOff {
  return typeof value === 'string' && Object.hasOwn(onDayOffField.choices, value);
}
