import { Button, Select, mergeClasses } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { ReactElement } from 'react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessFlow } from '../../../../shared/process/process-model.ts';
import { cellOf } from './cells.ts';
import { useEditing } from './editing-context.ts';
import { GoalOptions } from './goal-options.tsx';
import { useListStyles } from './list-styles.ts';
import { TextCell } from './text-cell.tsx';

interface BranchRowProps {
  readonly flow: ProcessFlow;
  readonly rowName: string;
  readonly indent: number;
  /** The name of the step that it leads to. */
  readonly goalName: string;
  readonly mayEdit: boolean;
  readonly onMenu: (rowId: string, button: HTMLElement) => void;
}

/** One answer of a decision, and where it leads. */
export const BranchRow = memo(function BranchRow(props: BranchRowProps): ReactElement {
  const { flow, rowName, indent, goalName, mayEdit, onMenu } = props;
  const styles = useListStyles();
  const { t } = useTranslation('processEditor');
  const { change } = useEditing();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <li className={styles.item} data-row={flow.id} style={{ marginInlineStart: indent }}>
      <div aria-label={rowName} className={mergeClasses(styles.row, styles.branchRow)} role="group">
        <span className={mergeClasses(styles.number, styles.kind)}>{t('list.answer')}</span>
        <div className={styles.field}>
          <TextCell
            column="label"
            disabled={!mayEdit}
            label={t('list.cell.label', { row: rowName })}
            onWrite={(label, typing) => change({ kind: 'labelFlow', flowId: flow.id, label }, typing)}
            rowId={flow.id}
            value={flow.label ?? ''}
          />
        </div>
        <div className={styles.field}>
          <Select
            aria-label={t('list.cell.to', { row: rowName })}
            data-cell={cellOf(flow.id, 'to')}
            disabled={!mayEdit}
            onBlur={() => setChoosing(false)}
            onFocus={() => setChoosing(true)}
            onChange={(_event, { value }) => change({ kind: 'leadFlow', flowId: flow.id, to: value })}
            value={flow.to}
          >
            {isChoosing ? <GoalOptions from={flow.from} /> : <option value={flow.to}>{`→ ${goalName}`}</option>}
          </Select>
        </div>
        {mayEdit ? (
          <Button
            appearance="subtle"
            aria-haspopup="menu"
            aria-label={t('list.actions', { row: rowName })}
            className={styles.menu}
            icon={<MoreHorizontal20Regular aria-hidden="true" />}
            onClick={(event) => onMenu(flow.id, event.currentTarget)}
          />
        ) : null}
      </div>
    </li>
  );
});
