import {
  Field,
  Input,
  Radio,
  RadioGroup,
  Textarea,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { yesOrNo } from '../../../shared/records/self-check-choices.ts';
import { isFailing, scaleSteps } from '../../../shared/rules/self-check-answers.ts';
import type { GivenAnswer, SelfCheckAnswer } from '../../../shared/rules/self-check-answers.ts';
import { useLanguage } from '../../host/host-context.ts';
import { boundsOf, givenOf, readNumber, withPending } from './answer-text.ts';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  label: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  question: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  hint: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
  // A thumb needs 44 px.
  choice: { minHeight: '44px', alignItems: 'center' },
  scale: { flexWrap: 'wrap' },
  short: { maxWidth: '220px' },
  fails: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start', margin: 0 },
  icon: { flexShrink: 0, color: tokens.colorPaletteRedForeground1 },
});

interface QuestionFieldsProps {
  readonly row: SelfCheckAnswer;
  /** A choice is worth saving at once, what is typed once the fingers rest. */
  readonly onAnswer: (given: GivenAnswer, when: 'now' | 'soon') => void;
}

/**
 * One question with its answer and remark. What is typed stays as typed while the question is on show, also when the
 * service stores it a little differently; give it a `key` of its own question.
 */
export function QuestionFields({ row, onAnswer }: QuestionFieldsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const [given, setGiven] = useState<GivenAnswer>(() => givenOf(row));
  const [typed, setTyped] = useState(() => (row.value === undefined ? '' : String(row.value).replace('.', ',')));
  const notANumber = row.answerKind === 'number' && readNumber(typed).kind === 'notANumber';

  function become(part: GivenAnswer, when: 'now' | 'soon'): void {
    const next = { ...given, ...part };
    setGiven(next);
    onAnswer(next, when);
  }

  const bounds = boundsOf(row, language);
  const hints = [
    ...(row.requirement === undefined ? [] : [t('question.requirement', { text: row.requirement })]),
    ...(row.answerKind === 'scale' ? [t('question.scaleFrom')] : []),
    ...(bounds === undefined ? [] : [t(`question.${bounds.key}`, { from: bounds.from, to: bounds.to })]),
  ];
  const text = row.required === true ? row.text : `${row.text ?? ''} (${t('question.optional')})`;
  return (
    <div className={styles.fields}>
      <Field
        hint={hints.length === 0 ? null : { children: hints.join('\n'), className: styles.hint }}
        label={{ children: text, className: mergeClasses(styles.label, styles.question) }}
        validationMessage={notANumber ? t('question.notANumber') : null}
        validationState={notANumber ? 'error' : 'none'}
      >
        {row.answerKind === 'yesNo' ? (
          <RadioGroup
            onChange={(_, { value }) => become({ yesNo: value === 'yes' ? 'yes' : 'no' }, 'now')}
            value={given.yesNo ?? ''}
          >
            {(['yes', 'no'] as const).map((choice) => (
              <Radio className={styles.choice} key={choice} label={yesOrNo[choice][language]} value={choice} />
            ))}
          </RadioGroup>
        ) : row.answerKind === 'scale' ? (
          <RadioGroup
            className={styles.scale}
            layout="horizontal"
            onChange={(_, { value }) => become({ value: Number(value) }, 'now')}
            value={given.value === undefined ? '' : String(given.value)}
          >
            {scaleSteps.map((step) => (
              <Radio className={styles.choice} key={step} label={String(step)} value={String(step)} />
            ))}
          </RadioGroup>
        ) : row.answerKind === 'number' ? (
          <Input
            className={styles.short}
            inputMode="decimal"
            onChange={(_, { value }) => {
              setTyped(value);
              const read = readNumber(value);
              // What is no number yet replaces nothing.
              if (read.kind !== 'notANumber')
                become({ value: read.kind === 'number' ? read.value : undefined }, 'soon');
            }}
            size="large"
            value={typed}
          />
        ) : (
          <Textarea
            onChange={(_, { value }) => become({ answerText: value === '' ? undefined : value }, 'soon')}
            resize="vertical"
            rows={4}
            value={given.answerText ?? ''}
          />
        )}
      </Field>
      <div role="status">
        {isFailing(withPending(row, given)) ? (
          <p className={styles.fails}>
            <Warning20Regular aria-hidden="true" className={styles.icon} />
            <span>{t('question.fails')}</span>
          </p>
        ) : null}
      </div>
      <Field hint={{ children: t('question.remarkHelp'), className: styles.hint }} label={t('question.remark')}>
        <Textarea
          onChange={(_, { value }) => become({ remark: value === '' ? undefined : value }, 'soon')}
          resize="vertical"
          rows={2}
          value={given.remark ?? ''}
        />
      </Field>
    </div>
  );
}
