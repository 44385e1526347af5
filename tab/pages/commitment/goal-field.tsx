import { Field, Select, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import { problemText } from '../../components/record-form/form-values.ts';
import { useLanguage } from '../../host/host-context.ts';
import { boardGoals, goalName, textOf } from '../commitments/goal-tree.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import { fieldPlace } from '../../components/field-place.ts';

const useStyles = makeStyles({ select: { minWidth: 0 } });

/** The board goal that the commitment answers (R16). Only read when the person may not change it: the red thread shows it. */
export function GoalField(): ReactElement | null {
  const styles = useStyles();
  const language = useLanguage();
  const { commitment, goals, mayEdit, problems, dispatch, keep } = useEditor();
  if (!mayEdit) return null;
  const chosen = textOf(fieldsOf(commitment)['goal']);
  const choices = boardGoals(goals);
  const other = choices.some((goal) => goal.id === chosen) ? undefined : goals.find((goal) => goal.id === chosen);
  const problem = problemText(
    problems.filter((one) => one.recordId === commitment.id),
    'goal',
  );
  return (
    <Field
      label={commitmentKind.fields.goal.label[language]}
      required
      validationMessage={problem ?? null}
      validationState={problem === undefined ? 'none' : 'error'}
    >
      <Select
        className={styles.select}
        name={fieldPlace(commitment.id, 'goal')}
        onBlur={keep}
        onChange={(_event, { value }) => dispatch({ kind: 'edited', id: commitment.id, field: 'goal', value })}
        value={chosen}
      >
        {other ? <option value={other.id}>{goalName(other)}</option> : null}
        {choices.map((goal) => (
          <option key={goal.id} value={goal.id}>
            {goalName(goal)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
