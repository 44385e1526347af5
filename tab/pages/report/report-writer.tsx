import { Button, Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { SyntheticEvent, ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem, IntakeReadAnswer, StoredAnswer } from '../../../shared/api/contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import type { DraftHandle } from '../../api/use-draft.ts';
import { useCreateRecord } from '../../api/write-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { filledFields, problemText } from '../../components/record-form/form-values.ts';
import { RecordForm } from '../../components/record-form/record-form.tsx';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';
import { DraftNote } from './draft-note.tsx';
import { ReadingNotices } from './reading-notices.tsx';
import type { ReportKind, ReportState } from './report-state.ts';
import { asKind, fieldsOfReport, reportForms, reportFromReading, reportKinds } from './report-state.ts';
import { SentenceForm } from './sentence-form.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 720px)' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, ':focus': { outline: 'none' } },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

const noProblems: readonly FieldProblem[] = [];

interface ReportWriterProps {
  readonly start: ReportState;
  /** The start is a draft of an earlier visit. */
  readonly kept: boolean;
  readonly draft: DraftHandle;
  readonly onKept: () => void;
  /** Begins from nothing, with a new id. */
  readonly onRenew: () => void;
  readonly onSent: (record: StoredAnswer) => void;
}

/** The two steps of a report: own words, then the form that they filled. Nothing is sent before the person says so. */
export function ReportWriter({ start, kept, draft, onKept, onRenew, onSent }: ReportWriterProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const [state, setState] = useState(start);
  const [reading, setReading] = useState<IntakeReadAnswer | undefined>(undefined);
  const [opened, setOpened] = useState(kept);
  /** Words that may be about misconduct are not kept as a draft until the person says that they are not. */
  const [held, setHeld] = useState(false);
  const create = useCreateRecord(state.kind);
  const definition = definitionOf(state.kind);
  const problems = create.error?.problems ?? noProblems;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // The button that led here is gone; focus goes to what came in its place.
    if (opened && !kept) heading.current?.focus();
  }, [opened, kept]);

  function write(next: ReportState, hold = held): void {
    setState(next);
    if (hold) return;
    onKept();
    draft.save({ kind: next.kind, unitId: next.unitId, values: next.values });
  }

  function startAgain(): void {
    draft.remove();
    onRenew();
  }

  if (!opened) {
    return (
      <SentenceForm
        onRead={(answer) => {
          const suspected = answer.suspectedMisconduct === true;
          setReading(answer);
          setHeld(suspected);
          write(reportFromReading(state, answer), suspected);
          setOpened(true);
        }}
        onSkip={(words) => {
          if (words !== '') {
            write({ ...state, values: { ...state.values, [reportForms[state.kind].words]: words } }, true);
          }
          setOpened(true);
        }}
      />
    );
  }

  const words = state.values[reportForms[state.kind].words];
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        create.mutate(
          {
            id: state.id,
            ...(state.unitId === '' ? {} : { unitId: state.unitId }),
            fields: filledFields(fieldsOfReport(state)),
          },
          {
            onSuccess: (record) => {
              draft.remove();
              onSent(record);
            },
          },
        );
      }}
    >
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {t('check')}
      </h2>
      {kept && reading === undefined ? <Notice tone="info">{t('draft.found')}</Notice> : null}
      <ReadingNotices
        held={held}
        onOrdinary={() => {
          setHeld(false);
          write(state, false);
        }}
        reading={reading}
        words={typeof words === 'string' ? words : ''}
      />
      <Field label={t('kind')}>
        <RadioGroup
          layout="horizontal"
          onChange={(_, data) => {
            create.reset();
            write(asKind(state, data.value as ReportKind));
          }}
          value={state.kind}
        >
          {reportKinds.map((kind) => (
            <Radio key={kind} label={t(`kinds.${kind}`)} value={kind} />
          ))}
        </RadioGroup>
      </Field>
      <UnitSelect
        disabled={create.isPending}
        emptyText={t('chooseUnit')}
        label={t('unit')}
        onChange={(unitId) => {
          write({ ...state, unitId });
        }}
        problem={problemText(problems, 'unitId')}
        required
        value={state.unitId}
      />
      <RecordForm
        definition={definition}
        disabled={create.isPending}
        names={reportForms[state.kind].names}
        onChange={(name, value, alsoEmptied) => {
          write({ ...state, values: { ...state.values, ...alsoEmptied, [name]: value } });
        }}
        problems={problems}
        status={definition.initialStates[0] ?? ''}
        values={state.values}
      />
      {create.error === null ? null : <FailureNotice failure={create.error} urgent />}
      <div className={styles.actions}>
        <Button appearance="primary" disabled={create.isPending} type="submit">
          {t('send')}
        </Button>
        <Button disabled={create.isPending} onClick={startAgain}>
          {t('startAgain')}
        </Button>
        <DraftNote held={held} state={draft.state} />
      </div>
    </form>
  );
}
