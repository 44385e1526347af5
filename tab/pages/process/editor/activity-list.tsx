import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '../../../../shared/api/process-contract.ts';
import { findChainGaps } from '../../../../shared/process/chain-check.ts';
import { outlineOf } from '../../../../shared/process/outline.ts';
import { activityKinds, objectNames, stepOf } from '../../../../shared/process/process-model.ts';
import type { ProcessModel, ProcessStep } from '../../../../shared/process/process-model.ts';
import { useMedia } from '../../../components/use-media.ts';
import { BranchRow } from './branch-row.tsx';
import { neighbourCell, readCell } from './cells.ts';
import { useEditing } from './editing-context.ts';
import { gapTexts } from './gap-texts.ts';
import { actInRow } from './keys.ts';
import type { KeyAct } from './keys.ts';
import { numbersOf } from './list-actions.ts';
import { indentOf, useListStyles } from './list-styles.ts';
import { RowMenu } from './row-menu.tsx';
import type { OpenMenu } from './row-menu.tsx';
import { StepDetails } from './step-details.tsx';
import { StepRow } from './step-row.tsx';
import { useRowNames } from './use-row-names.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface ActivityListProps {
  readonly model: ProcessModel;
  readonly selectedId: string | undefined;
  readonly mayEdit: boolean;
  readonly list: RefObject<HTMLOListElement | null>;
  /** As it was read: for what is said about its activities. */
  readonly answer: ProcessAnswer;
}

/** The process as a list that is written in: steps in order, with the branches of decisions set in. */
export function ActivityList({ model, selectedId, mayEdit, list, answer }: ActivityListProps): ReactElement {
  const styles = useStyles();
  const rows = useListStyles();
  const { t } = useTranslation('processEditor');
  const editing = useEditing();
  const isWide = useMedia('(min-width: 1000px)');
  const [menu, setMenu] = useState<OpenMenu>();
  const [detailsId, setDetailsId] = useState<string>();
  const openMenu = useCallback((rowId: string, button: HTMLElement) => setMenu({ rowId, button }), []);

  const outline = useMemo(() => outlineOf(model), [model]);
  const numbers = useMemo(() => numbersOf(model), [model]);
  const names = useRowNames(model);
  const rowName = (id: string): string => names.get(id) ?? '';
  const gaps = useMemo(() => findChainGaps(model), [model]);
  const said = gapTexts(gaps, rowName, {
    plain: (kind) => t(`gaps.${kind}`),
    noCommonObject: (names) => t('gaps.noCommonObject', names),
  });

  function notesOf(step: ProcessStep): string {
    const { routine, routineNotNeeded = false } = step.details ?? {};
    const lacksRoutine = activityKinds.has(step.kind) && routine === undefined && !routineNotNeeded;
    return [...(said.get(step.id) ?? []), ...(lacksRoutine ? [t('list.noRoutine')] : [])].join('\n');
  }

  function carryOut(act: KeyAct | 'branch' | 'addFirst', rowId: string, at: Element): void {
    const column = readCell(at)?.column ?? 'name';
    if (act === 'addAfter' || act === 'addFirst') editing.addAfter(rowId);
    else if (act === 'decisionAfter') editing.decisionAfter(rowId);
    else if (act === 'branch') editing.branchOf(rowId);
    else if (act === 'split') editing.split(rowId, caretOf(list.current, rowId));
    else if (act === 'up' || act === 'down') editing.move(rowId, act === 'up' ? -1 : 1, column);
    else if (act === 'remove') editing.remove(rowId, column);
    else if (act === 'details') setDetailsId(detailsId === rowId ? undefined : rowId);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const act = actInRow(event);
    const target = event.target as Element;
    const rowId = target.closest('[data-row]')?.getAttribute('data-row');
    const isCell = readCell(target) !== undefined;
    if (act === undefined || rowId === null || rowId === undefined) return;
    if (act === 'above' || act === 'below') {
      const next = target instanceof HTMLInputElement && isCell && list.current;
      const cell = next ? neighbourCell(next, target, act === 'above' ? -1 : 1) : null;
      if (cell === null) return;
      event.preventDefault();
      cell.focus();
      return;
    }
    // In a field of the details these keys belong to the field.
    if (!isCell && act !== 'details') return;
    event.preventDefault();
    if (!mayEdit && act !== 'details') return;
    carryOut(act, rowId, target);
    if (act === 'details' && detailsId === rowId && !isCell) editing.focus(rowId, 'name');
  }

  return (
    <div className={styles.box}>
      <p className={styles.text}>{t('list.hint')}</p>
      <p className={styles.text}>{gaps.length === 0 ? t('gaps.none') : t('gaps.heading', { count: gaps.length })}</p>
      <div aria-hidden="true" className={rows.head}>
        <span />
        <span>{t('list.name')}</span>
        <span>{t('list.role')}</span>
        <span>{t('list.in')}</span>
        <span>{t('list.out')}</span>
      </div>
      <ol
        className={rows.list}
        onFocus={(event) => editing.store.select(stepIdAt(model, event.target))}
        onKeyDown={onKeyDown}
        ref={list}
      >
        {outline.map((row) => {
          const indent = indentOf(row.depth, isWide);
          if (row.kind === 'branch') {
            const name = `${rowName(row.flow.from)} – ${row.flow.label || t('list.unnamed')}`;
            return (
              <BranchRow
                flow={row.flow}
                goalName={rowName(row.flow.to)}
                indent={indent}
                key={row.flow.id}
                mayEdit={mayEdit}
                onMenu={openMenu}
                rowName={name}
              />
            );
          }
          const { step } = row;
          return (
            <StepRow
              gives={objectNames(model, step, 'out').join('; ')}
              indent={indent}
              isSelected={step.id === selectedId}
              key={step.id}
              mayEdit={mayEdit}
              notes={notesOf(step)}
              number={numbers.get(step.id)}
              onMenu={openMenu}
              roles={model.roles}
              rowName={rowName(step.id)}
              step={step}
              takes={objectNames(model, step, 'in').join('; ')}
            >
              {detailsId === step.id ? (
                <StepDetails
                  id={`details-${step.id}`}
                  mayEdit={mayEdit}
                  model={model}
                  processId={answer.process.id}
                  record={answer.activities.find(({ record }) => record.id === step.activityId)?.record}
                  rowName={rowName(step.id)}
                  step={step}
                />
              ) : null}
            </StepRow>
          );
        })}
      </ol>
      {mayEdit ? (
        <div className={styles.actions}>
          <Button onClick={() => editing.addAfter(undefined)}>{t('list.add')}</Button>
          <Button onClick={() => editing.decisionAfter(undefined)}>{t('list.addDecision')}</Button>
        </div>
      ) : null}
      {menu === undefined ? null : (
        <RowMenu
          acts={actsOf(model, menu.rowId)}
          onAct={(act) => carryOut(act, menu.rowId, menu.button)}
          onClose={() => setMenu(undefined)}
          open={menu}
        />
      )}
    </div>
  );
}

/** The step whose row an element stands in. */
function stepIdAt(model: ProcessModel, element: Element): string | undefined {
  const rowId = element.closest('[data-row]')?.getAttribute('data-row');
  return model.steps.some(({ id }) => id === rowId) ? (rowId ?? undefined) : undefined;
}

/** Where the cursor stands in the name of a row. */
function caretOf(list: HTMLElement | null, rowId: string): number {
  const input = list?.querySelector<HTMLInputElement>(`[data-cell="${CSS.escape(`${rowId} name`)}"]`);
  return input?.selectionStart ?? input?.value.length ?? 0;
}

/** What can be done with a row, in the order of its menu. */
function actsOf(model: ProcessModel, rowId: string): readonly (KeyAct | 'branch' | 'addFirst')[] {
  const step = stepOf(model, rowId);
  if (step === undefined) return ['addFirst', 'remove'];
  switch (step.kind) {
    case 'start':
    case 'end':
      return ['addAfter', 'decisionAfter', 'details'];
    case 'activity':
    case 'subProcess':
      return ['addAfter', 'decisionAfter', 'split', 'details', 'up', 'down', 'remove'];
    case 'decision':
    case 'parallel':
      return ['branch', 'up', 'down', 'remove'];
    case 'event':
      return ['addAfter', 'details', 'up', 'down', 'remove'];
  }
}
