/** Cells of the list are known by their row and column, so that focus can be led to them. */
export type Column = 'name' | 'role' | 'in' | 'out' | 'label' | 'to';

export function cellOf(rowId: string, column: Column): string {
  return `${rowId} ${column}`;
}

/** The row and column that an element stands in. */
export function readCell(element: Element): { readonly rowId: string; readonly column: Column } | undefined {
  const [rowId, column] = (element.closest('[data-cell]')?.getAttribute('data-cell') ?? '').split(' ');
  return rowId === undefined || column === undefined ? undefined : { rowId, column: column as Column };
}

/** The control of a cell; a row that lacks the column has its first one instead. */
export function findCell(root: ParentNode, rowId: string, column: Column): HTMLElement | null {
  const row = root.querySelector(`[data-row="${CSS.escape(rowId)}"]`);
  return (
    row?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cellOf(rowId, column))}"]`) ??
    row?.querySelector<HTMLElement>('[data-cell]') ??
    null
  );
}

/** The cell in the row above (-1) or below (1). */
export function neighbourCell(root: ParentNode, from: Element, by: 1 | -1): HTMLElement | null {
  const rows = [...root.querySelectorAll('[data-row]')];
  const here = readCell(from);
  const row = rows[rows.findIndex((one) => one.contains(from)) + by];
  const rowId = row?.getAttribute('data-row');
  if (here === undefined || rowId === null || rowId === undefined) return null;
  return findCell(root, rowId, here.column);
}
