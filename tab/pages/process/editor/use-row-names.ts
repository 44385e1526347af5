import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { numbersOf } from './list-actions.ts';

/** What each step is called in the list, by its id: `3. Utreda`, or its kind where it has no number. */
export function useRowNames(model: ProcessModel): ReadonlyMap<string, string> {
  const { t } = useTranslation('processEditor');
  return useMemo(() => {
    const numbers = numbersOf(model);
    const nameOf = ({ id, kind, name }: ProcessModel['steps'][number]): string => {
      const number = numbers.get(id);
      if (number !== undefined) return `${String(number)}. ${name || t('list.unnamed')}`;
      return name === '' ? t(`list.kinds.${kind}`) : `${t(`list.kinds.${kind}`)}: ${name}`;
    };
    return new Map(model.steps.map((step) => [step.id, nameOf(step)]));
  }, [model, t]);
}
