import { Button, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeConflict } from '../../../../shared/process/merge-models.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import type { ConflictSide } from '../../../../shared/process/settle-conflicts.ts';
import { useLinkedTitles } from '../use-linked-titles.ts';
import { conflictWords } from './conflict-words.ts';
import type { SaveConflict } from './save-process.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    border: `2px solid ${tokens.colorStatusWarningBorderActive}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: tokens.spacingHorizontalL,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, ':focus': { outline: 'none' } },
  text: { margin: 0 },
  field: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  side: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  value: { display: 'block', paddingInlineStart: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

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

/** My change beside what somebody else saved meanwhile, one by one; all else is joined already. */
export function MergeView({ conflict, mine, busy, onSettle, onPutOff }: MergeViewProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processEditor');
  const [choices, setChoices] = useState<ReadonlyMap<MergeConflict, ConflictSide>>(new Map());
  const heading = useRef<HTMLHeadingElement>(null);
  const models = [mine, conflict.model];
  const titles = useLinkedTitles(conflict.conflicts.some(({ part }) => part.startsWith('details.')));

  useEffect(() => heading.current?.focus(), []);

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
  return (
    <section aria-labelledby="merge-heading" className={styles.box}>
      <h2 className={styles.heading} id="merge-heading" ref={heading} tabIndex={-1}>
        {t('merge.heading')}
      </h2>
      <p className={styles.text}>{t('merge.text', { version: conflict.version })}</p>
      {conflict.conflicts.map((one) => {
        const legend = t('merge.legend', {
          element: t(`merge.elements.${one.element}`),
          name: one.name,
          part: partText(one.part),
        });
        return (
          <fieldset className={styles.field} key={`${one.element} ${one.id} ${one.part}`}>
            <legend className={styles.legend}>{legend}</legend>
            <RadioGroup
              aria-label={legend}
              className={styles.sides}
              onChange={(_event, { value }) =>
                setChoices(new Map(choices).set(one, value === 'theirs' ? 'theirs' : 'ours'))
              }
              value={choices.get(one) ?? 'ours'}
            >
              {(['ours', 'theirs'] as const).map((side) => (
                <div className={styles.side} key={side}>
                  <Radio label={t(`merge.${side}`)} value={side} />
                  <span className={styles.value}>{conflictWords(one, one[side], models, words)}</span>
                </div>
              ))}
            </RadioGroup>
          </fieldset>
        );
      })}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => onSettle((one) => choices.get(one) ?? 'ours')}
        >
          {t('merge.save')}
        </Button>
        <Button disabledFocusable={busy} onClick={onPutOff}>
          {t('merge.putOff')}
        </Button>
      </div>
    </section>
  );
}
