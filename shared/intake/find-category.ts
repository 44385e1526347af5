/** Which category of deviations, or topic of feedback, the words speak for. */
import { deviationCategories, feedbackTopics, type DeviationCategory, type FeedbackTopic } from '../records/choices.ts';
import type { VocabularyHits } from './vocabulary-hits.ts';

/** Where two categories weigh the same, the one that asks for quicker action comes first. */
const deviationOrder: readonly DeviationCategory[] = [
  'abuse', 'violenceThreat', 'childSafety', 'medication', 'fall', 'nutrition', 'hygieneInfection', 'privacy', 'finance', 'careQuality',
  'missedService', 'treatment', 'legalSecurity', 'equipmentPremises', 'communication', 'staffing', 'documentation',
]; // prettier-ignore

const topicOrder: readonly FeedbackTopic[] = [
  'safety', 'food', 'outdoor', 'digitalService', 'continuity', 'handlingTime', 'activities', 'staffing', 'decision',
  'accessibility', 'missedService', 'information', 'premises', 'treatment', 'careQuality',
]; // prettier-ignore

/** Below this only weak words spoke. */
const leastWeight = 3;

export function findDeviationCategory(hits: VocabularyHits): DeviationCategory | undefined {
  return heaviest(hits, 'deviation', deviationOrder);
}

export function findFeedbackTopic(hits: VocabularyHits): FeedbackTopic | undefined {
  return heaviest(hits, 'feedback', topicOrder);
}

/** How strongly the text speaks of any category at all. */
export function categoryWeight(hits: VocabularyHits): number {
  return Math.max(0, ...deviationOrder.map((category) => weightOf(hits, `deviation:${category}`)));
}

function heaviest<Category extends string>(
  hits: VocabularyHits,
  area: string,
  order: readonly Category[],
): Category | undefined {
  let best: Category | undefined;
  let bestWeight = leastWeight - 1;
  for (const category of order) {
    const weight = weightOf(hits, `${area}:${category}`);
    if (weight > bestWeight) {
      best = category;
      bestWeight = weight;
    }
  }
  return best;
}

/** The weight of the words that speak for a tag; what stands inside a heavier or longer hit does not count again. */
function weightOf(hits: VocabularyHits, tag: string): number {
  const ranked = hits
    .of(tag)
    .toSorted((one, other) => other.weight - one.weight || other.last - other.first - (one.last - one.first));
  const taken = new Set<number>();
  let total = 0;
  for (const { first, last, weight } of ranked) {
    if (taken.has(first) || taken.has(last)) continue;
    for (let index = first; index <= last; index += 1) taken.add(index);
    total += weight;
  }
  return total;
}

/** All that may be chosen, so that a test can hold the order lists against it. */
export const knownCategories = { deviationOrder, topicOrder, deviationCategories, feedbackTopics };
