import { Button, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { useLanguage } from '../host/host-context.ts';
import { FieldValue } from './field-value.tsx';
import { formatDate } from './format-date.ts';
import type { FormValues } from './record-form/form-values.ts';

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
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
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
  },
  value: { display: 'block', paddingInlineStart: tokens.spacingHorizontalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export type Side = 'mine' | 'theirs';

interface ConflictViewProps {
  /** What I tried to save: only the fields that I changed. */
  readonly mine: FormValues;
  /** The record as it stands now, from the failure's `current`. */
  readonly current: RecordAnswer;
  /** What should be saved on top of `current.revision`: my value for every field where I chose mine. */
  readonly onResolve: (fields: Readonly<Record<string, unknown>>) => void;
  /** Without it the choice cannot be put off here. */
  readonly onCancel?: () => void;
  readonly busy?: boolean;
  readonly referenceTitle?: (id: string) => string | undefined;
}

/** My change beside what somebody else saved meanwhile, field by field. Nothing is chosen away before the person says so. */
export function ConflictView({
  mine,
  current,
  onResolve,
  onCancel,
  busy = false,
  referenceTitle,
}: ConflictViewProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const language = useLanguage();
  const definition = definitionOf(current.kind);
  const names = Object.keys(mine).filter((name) => definition.fields[name] !== undefined);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  const at = formatDate(current.modifiedAt ?? current.createdAt, language, 'moment');
  const name = current.modifiedBy?.name;

  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <div className={styles.box}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {t('conflict.title')}
      </h2>
      <p className={styles.text}>
        {name === undefined ? t('conflict.textWithoutName', { at }) : t('conflict.text', { name, at })}
      </p>
      {names.map((field) => {
        const shape = definition.fields[field];
        if (shape === undefined) return null;
        return (
          <fieldset className={styles.field} key={field}>
            <legend className={styles.legend}>{shape.label[language]}</legend>
            <RadioGroup
              aria-label={shape.label[language]}
              className={styles.sides}
              onChange={(_, data) => {
                setChoices({ ...choices, [field]: data.value === 'theirs' ? 'theirs' : 'mine' });
              }}
              value={choices[field] ?? 'mine'}
            >
              {(['mine', 'theirs'] as const).map((side) => (
                <div className={styles.side} key={side}>
                  <Radio label={t(`conflict.${side}`)} value={side} />
                  <span className={styles.value}>
                    <FieldValue
                      field={shape}
                      value={side === 'mine' ? mine[field] : current.fields[field]}
                      {...(referenceTitle === undefined ? {} : { referenceTitle })}
                    />
                  </span>
                </div>
              ))}
            </RadioGroup>
          </fieldset>
        );
      })}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={busy}
          onClick={() => {
            onResolve(Object.fromEntries(Object.entries(mine).filter(([field]) => choices[field] !== 'theirs')));
          }}
        >
          {t('conflict.use')}
        </Button>
        {onCancel === undefined ? null : (
          <Button disabled={busy} onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
