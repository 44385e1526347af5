import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeConflict } from '../../../../shared/process/merge-models.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import type { ConflictSide } from '../../../../shared/process/settle-conflicts.ts';
import { SideBySide } from '../../../components/side-by-side.tsx';
import { useLinkedTitles } from '../use-linked-titles.ts';
import { conflictWords } from './conflict-words.ts';
import type { SaveConflict } from './save-process.ts';

const parts = ['name', 'kind', 'roleId', 'takes', 'gives', 'label', 'from', 'to', 'all'] as const;
const details = [
  'responsible',
  'consulted',
  'informed',
  'description',
  'routine',
  'routineNotNeeded',
  'documents',
  'subProcess',
] as const;

interface MergeViewProps {
  readonly conflict: SaveConflict;
  readonly mine: ProcessModel;
  readonly busy: boolean;
  readonly onSettle: (choose: (conflict: MergeConflict) => ConflictSide) => void;
  readonly onPutOff: () => void;
}

const keyOf = ({ element, id, part }: MergeConflict): string => `${element} ${id} ${part}`;

/** What two people both changed in the process, one by one; all else is joined already. */
export function MergeView({ conflict, mine, busy, onSettle, onPutOff }: MergeViewProps): ReactElement {
  const { t } = useTranslation('processEditor');
  const models = [mine, conflict.model];
  const titles = useLinkedTitles(conflict.conflicts.some(({ part }) => part.startsWith('details.')));

  function partText(part: string): string {
    const known = parts.find((one) => one === part);
    if (known !== undefined) return t(`merge.parts.${known}`);
    const detail = details.find((one) => `details.${one}` === part);
    return detail === undefined ? part : t(`merge.parts.${detail}`);
  }

  const words = {
    removed: t('merge.removed'),
    nothing: t('merge.nothing'),
    yes: t('list.yes'),
    no: t('list.no'),
    titles,
  };
  const questions = conflict.conflicts.map((one) => {
    const element = t(`merge.elements.${one.element}`);
    return {
      key: keyOf(one),
      legend: t('merge.legend', { element, name: one.name, part: partText(one.part) }),
      mine: conflictWords(one, one.ours, models, words),
      theirs: conflictWords(one, one.theirs, models, words),
    };
  });
  return (
    <SideBySide
      busy={busy}
      heading={t('merge.heading')}
      onUse={(sideOf) => onSettle((one) => (sideOf(keyOf(one)) === 'mine' ? 'ours' : 'theirs'))}
      putOff={{ text: t('merge.putOff'), act: onPutOff }}
      questions={questions}
      text={t('merge.text', { version: conflict.version })}
      words={{ mine: t('merge.ours'), theirs: t('merge.theirs'), use: t('merge.save') }}
    />
  );
}
