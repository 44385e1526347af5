import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '../../../../shared/api/contract.ts';
import { stepOf } from '../../../../shared/process/process-model.ts';
import type { ProcessModel } from '../../../../shared/process/process-model.ts';
import { useEditing } from './editing-context.ts';
import { numbersOf } from './list-actions.ts';
import { stepOfProblem } from './save-process.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL } });

interface SaveProblemsProps {
  readonly problems: readonly FieldProblem[];
  readonly model: ProcessModel;
}

/** What the service said about single activities; each leads to its row. */
export function SaveProblems({ problems, model }: SaveProblemsProps): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('processEditor');
  const { focus } = useEditing();
  const numbers = numbersOf(model);
  if (problems.length === 0) return null;
  return (
    <ul aria-label={t('save.problems')} className={styles.list}>
      {problems.map((problem) => {
        const stepId = stepOfProblem(problem);
        const step = stepId === undefined ? undefined : stepOf(model, stepId);
        if (step === undefined) return <li key={problem.field}>{problem.text}</li>;
        const row = `${String(numbers.get(step.id) ?? '')}. ${step.name || t('list.unnamed')}`;
        return (
          <li key={`${step.id} ${problem.field}`}>
            <Link as="button" inline onClick={() => focus(step.id, 'name')}>
              {t('save.problem', { row, text: problem.text })}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
