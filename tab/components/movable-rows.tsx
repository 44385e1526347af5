import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useAnnounce } from './announcement.tsx';
import { focusPlace } from './field-place.ts';
import { moveRow } from './move-row.ts';

const useStyles = makeStyles({
  rows: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  row: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  legend: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', justifyContent: 'end' },
  add: { justifySelf: 'start' },
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface MovableRowsProps<Row extends { readonly id: string }> {
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
  readonly newRow: (id: string) => Row;
  /** The name of a control in a row (`field-place.ts`). */
  readonly place: (rowId: string, part: string) => string;
  /** The name of the button that adds. */
  readonly addPlace: string;
  /** Gets the focus in a new row, and in the neighbour of one that was taken away. */
  readonly firstPart: string;
  readonly text: (
    key: 'none' | 'row' | 'add' | 'up' | 'down' | 'remove' | 'moved' | 'removed',
    values?: { readonly number: number; readonly count?: number },
  ) => string;
  /** Without it the rows are only shown. */
  readonly mayEdit: boolean;
  readonly disabled?: boolean;
  /** The row in which somebody is. */
  readonly onAt?: (id: string) => void;
  /** What stands before the rows. */
  readonly heading?: ReactNode;
  readonly children: (row: Row) => ReactNode;
}

/** Rows that are added, moved and taken away by buttons; focus follows what was moved. */
export function MovableRows<Row extends { readonly id: string }>(props: MovableRowsProps<Row>): ReactElement {
  const { rows, onChange, newRow, place, addPlace, firstPart, text, mayEdit, disabled = false, onAt } = props;
  const styles = useStyles();
  const announce = useAnnounce();
  const [focusNext, setFocusNext] = useState<string | undefined>(undefined);

  // A row that moves in the document loses focus; the button that moved it gets it back.
  useEffect(() => {
    if (focusNext !== undefined && focusPlace(focusNext)) setFocusNext(undefined);
  }, [focusNext, rows]);

  function move(index: number, by: 1 | -1): void {
    const row = rows[index];
    if (!row) return;
    const number = index + by + 1;
    onChange(moveRow(rows, index, index + by));
    announce(text('moved', { number, count: rows.length }));
    // At the end of the list the button that was pressed is disabled: the other one takes over.
    const atEnd = number === 1 || number === rows.length;
    setFocusNext(place(row.id, (by === 1) === atEnd ? 'up' : 'down'));
  }

  function remove(index: number): void {
    onChange(rows.toSpliced(index, 1));
    announce(text('removed'));
    const neighbour = rows[index + 1] ?? rows[index - 1];
    setFocusNext(neighbour ? place(neighbour.id, firstPart) : addPlace);
  }

  function add(): void {
    const id = crypto.randomUUID();
    onChange([...rows, newRow(id)]);
    onAt?.(id);
    setFocusNext(place(id, firstPart));
  }

  return (
    <div className={styles.rows}>
      {props.heading}
      {rows.length === 0 ? <p className={styles.help}>{text('none')}</p> : null}
      {rows.map((row, index) => {
        const number = index + 1;
        return (
          <fieldset className={styles.row} key={row.id} onFocus={() => onAt?.(row.id)}>
            <legend className={styles.legend}>{text('row', { number })}</legend>
            {props.children(row)}
            {mayEdit ? (
              <div className={styles.buttons}>
                <Button
                  appearance="subtle"
                  aria-label={text('up', { number })}
                  disabled={disabled || index === 0}
                  icon={<ArrowUp20Regular />}
                  name={place(row.id, 'up')}
                  onClick={() => move(index, -1)}
                />
                <Button
                  appearance="subtle"
                  aria-label={text('down', { number })}
                  disabled={disabled || number === rows.length}
                  icon={<ArrowDown20Regular />}
                  name={place(row.id, 'down')}
                  onClick={() => move(index, 1)}
                />
                <Button
                  appearance="subtle"
                  aria-label={text('remove', { number })}
                  disabled={disabled}
                  icon={<Delete20Regular />}
                  onClick={() => remove(index)}
                />
              </div>
            ) : null}
          </fieldset>
        );
      })}
      {mayEdit ? (
        <Button className={styles.add} disabled={disabled} icon={<Add20Regular />} name={addPlace} onClick={add}>
          {text('add')}
        </Button>
      ) : null}
    </div>
  );
}
