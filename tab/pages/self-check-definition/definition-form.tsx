import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../../../shared/api/contract.ts';
import { selfCheckDefinition } from '../../../shared/records/self-check-definition.ts';
import type { FormValues } from '../../components/record-form/form-values.ts';
import { problemText } from '../../components/record-form/form-values.ts';
import { RecordForm } from '../../components/record-form/record-form.tsx';
import { Section } from '../../components/section.tsx';
import { QuestionList } from './question-list.tsx';
import { QuestionPreview } from './question-preview.tsx';
import { questionRows } from './question-row.ts';
import { SchedulePreview } from './schedule-preview.tsx';
import { scheduleNames } from './schedule-request.ts';
import { UnitChoices } from './unit-choices.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  block: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) 320px' },
  },
  beside: { '@media (min-width: 900px)': { position: 'sticky', top: tokens.spacingVerticalL } },
});

const whatNames = ['name', 'area', 'purpose', 'legalBase', 'processId', 'activityId'];
const whoNames = ['performerRole', 'sample', 'sampleSize'];
const noProblems: readonly FieldProblem[] = [];

interface DefinitionFormProps {
  readonly values: FormValues;
  readonly status: string;
  readonly onChange: (name: string, value: unknown) => void;
  readonly problems: readonly FieldProblem[] | undefined;
  readonly disabled: boolean;
  /** The board's own are carried out at units that are chosen; a unit's own at that unit. */
  readonly ofBoard: boolean;
  /** Whose it is, for a new one. */
  readonly owner?: ReactNode;
  readonly onSubmit: () => void;
  /** Below the sections: what went wrong, and the buttons. */
  readonly children: ReactNode;
}

/** All of a definition: what and why, where and by whom, the questions beside how they look, and when. */
export function DefinitionForm(props: DefinitionFormProps): ReactElement {
  const { values, status, onChange, problems = noProblems, disabled, ofBoard, owner, onSubmit, children } = props;
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const [at, setAt] = useState<string | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const rows = questionRows(values['questions']);

  // Several parts hold fields: the first wrong one on the page is where to go.
  useEffect(() => {
    if (problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const fields = (names: readonly string[]) => (
    <RecordForm
      definition={selfCheckDefinition}
      disabled={disabled}
      names={names}
      onChange={(name, value, alsoEmptied) => {
        onChange(name, value);
        for (const part of Object.keys(alsoEmptied)) onChange(part, undefined);
      }}
      problems={problems}
      status={status}
      values={values}
    />
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      ref={form}
    >
      <Section heading={t('definition.what')}>{fields(whatNames)}</Section>
      <Section heading={t('definition.where')}>
        <div className={styles.block}>
          {owner}
          {ofBoard ? (
            <UnitChoices
              disabled={disabled}
              onChange={(units) => onChange('units', units)}
              problem={problemText(problems, 'units')}
              value={values['units']}
            />
          ) : null}
          {fields(whoNames)}
        </div>
      </Section>
      <Section heading={t('definition.questions')}>
        <div className={styles.pair}>
          <QuestionList
            disabled={disabled}
            onAt={setAt}
            onChange={(next) => onChange('questions', next.length === 0 ? undefined : next)}
            problems={problems}
            rows={rows}
          />
          <div className={styles.beside}>
            <QuestionPreview at={at} rows={rows} />
          </div>
        </div>
      </Section>
      <Section heading={t('definition.schedule')}>
        <div className={styles.pair}>
          {fields(scheduleNames(values))}
          <SchedulePreview values={values} />
        </div>
      </Section>
      {children}
    </form>
  );
}
