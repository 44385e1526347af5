import { Button, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useId, useRef, useState } from 'react';

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

export type Side = 'mine' | 'theirs';

interface SideBySideProps {
  readonly heading: string;
  readonly text: string;
  /** What both changed. */
  readonly questions: readonly {
    readonly key: string;
    readonly legend: string;
    readonly mine: ReactNode;
    readonly theirs: ReactNode;
  }[];
  readonly words: Readonly<Record<Side | 'use', string>>;
  readonly busy: boolean;
  /** Answers the side of a question, by its key; mine where nothing was chosen. */
  readonly onUse: (sideOf: (key: string) => Side) => void;
  /** Without it the choice cannot be put off here. */
  readonly putOff?: { readonly text: string; readonly act: () => void } | undefined;
}

/** My change beside what somebody else saved meanwhile. Nothing is chosen away before the person says so. */
export function SideBySide(props: SideBySideProps): ReactElement {
  const { heading, text, questions, words, busy, onUse, putOff } = props;
  const styles = useStyles();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const sideOf = (key: string): Side => choices.get(key) ?? 'mine';

  useEffect(() => title.current?.focus(), []);

  return (
    <section aria-labelledby={titleId} className={styles.box}>
      <h2 className={styles.heading} id={titleId} ref={title} tabIndex={-1}>
        {heading}
      </h2>
      <p className={styles.text}>{text}</p>
      {questions.map(({ key, legend, ...values }) => (
        <fieldset className={styles.field} key={key}>
          <legend className={styles.legend}>{legend}</legend>
          <RadioGroup
            aria-label={legend}
            className={styles.sides}
            onChange={(_event, { value }) =>
              setChoices(new Map(choices).set(key, value === 'theirs' ? 'theirs' : 'mine'))
            }
            value={sideOf(key)}
          >
            {(['mine', 'theirs'] as const).map((side) => (
              <div className={styles.side} key={side}>
                <Radio label={words[side]} value={side} />
                <span className={styles.value}>{values[side]}</span>
              </div>
            ))}
          </RadioGroup>
        </fieldset>
      ))}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => onUse(sideOf)}>
          {words.use}
        </Button>
        {putOff === undefined ? null : (
          <Button disabledFocusable={busy} onClick={putOff.act}>
            {putOff.text}
          </Button>
        )}
      </div>
    </section>
  );
}
