import { Button, Select, mergeClasses } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { ReactElement, ReactNode } from 'react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { activityKinds } from '../../../../shared/process/process-model.ts';
import type { ProcessRole, ProcessStep } from '../../../../shared/process/process-model.ts';
import { cellOf } from './cells.ts';
import { useEditing } from './editing-context.ts';
import { readNames, setObjects } from './list-actions.ts';
import { useListStyles } from './list-styles.ts';
import { TextCell } from './text-cell.tsx';

interface StepRowProps {
  readonly step: ProcessStep;
  /** What the row is called: `3. Utreda`. */
  readonly rowName: string;
  readonly number: number | undefined;
  readonly indent: number;
  readonly roles: readonly ProcessRole[];
  readonly takes: string;
  readonly gives: string;
  /** What is missing or does not fit, one a line. */
  readonly notes: string;
  readonly isSelected: boolean;
  readonly mayEdit: boolean;
  readonly onMenu: (rowId: string, button: HTMLElement) => void;
  readonly children?: ReactNode;
}

const asNames = (text: string): string => readNames(text).join('; ');

/** One step of the process. Drawn anew only when something in it changes, so that a long list stays quick to write in. */
export const StepRow = memo(function StepRow(props: StepRowProps): ReactElement {
  const { step, rowName, number, indent, roles, takes, gives, notes, isSelected, mayEdit, onMenu, children } = props;
  const styles = useListStyles();
  const { t } = useTranslation('processEditor');
  const { change, newId } = useEditing();
  const isActivity = activityKinds.has(step.kind);
  const isEdge = step.kind === 'start' || step.kind === 'end';
  const disabled = !mayEdit;
  const nameLabel = number === undefined ? t(`list.kinds.${step.kind}`) : t('list.cell.name', { number });
  return (
    <li
      className={mergeClasses(styles.item, isSelected && styles.selected)}
      data-row={step.id}
      style={{ marginInlineStart: indent }}
    >
      <div aria-label={rowName} className={styles.row} role="group">
        <span className={mergeClasses(styles.number, styles.kind)}>{number ?? t(`list.kinds.${step.kind}`)}</span>
        <div className={mergeClasses(styles.field, !isActivity && isEdge && styles.span)}>
          <span aria-hidden="true" className={styles.label}>
            {isActivity ? t('list.name') : t(`list.kinds.${step.kind}`)}
          </span>
          <TextCell
            column="name"
            disabled={disabled}
            label={nameLabel}
            onWrite={(name, typing) => change({ kind: 'renameStep', id: step.id, name }, typing)}
            rowId={step.id}
            value={step.name}
          />
        </div>
        {isEdge ? null : (
          <div className={styles.field}>
            <span aria-hidden="true" className={styles.label}>
              {t('list.role')}
            </span>
            <Select
              aria-label={t('list.cell.role', { row: rowName })}
              data-cell={cellOf(step.id, 'role')}
              disabled={disabled}
              onChange={(_event, { value }) => change({ kind: 'setRole', id: step.id, roleId: value })}
              value={step.roleId ?? ''}
            >
              {step.roleId === undefined ? <option value="">{t('list.noRole')}</option> : null}
              {roles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name || t('roles.unnamed')}
                </option>
              ))}
            </Select>
          </div>
        )}
        {isActivity
          ? (['in', 'out'] as const).map((side) => (
              <div className={styles.field} key={side}>
                <span aria-hidden="true" className={styles.label}>
                  {t(`list.${side}`)}
                </span>
                <TextCell
                  column={side}
                  disabled={disabled}
                  label={t(`list.cell.${side}`, { row: rowName })}
                  onWrite={(text, typing) => change(setObjects(step, side, text, newId), typing)}
                  read={asNames}
                  rowId={step.id}
                  value={side === 'in' ? takes : gives}
                />
              </div>
            ))
          : null}
        {mayEdit ? (
          <Button
            appearance="subtle"
            aria-haspopup="menu"
            aria-label={t('list.actions', { row: rowName })}
            className={styles.menu}
            icon={<MoreHorizontal20Regular aria-hidden="true" />}
            onClick={(event) => onMenu(step.id, event.currentTarget)}
          />
        ) : null}
      </div>
      {notes === '' ? null : (
        <ul className={styles.notes}>
          {notes.split('\n').map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {children}
    </li>
  );
});
