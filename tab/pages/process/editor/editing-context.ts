import { createContext, useContext } from 'react';
import { AppError } from '../../../../shared/errors.ts';
import type { ListEditing } from './use-list-editing.ts';

/** What every row of the list works with; the same object as long as the editor is open. */
export const EditingContext = createContext<ListEditing | undefined>(undefined);

export function useEditing(): ListEditing {
  const editing = useContext(EditingContext);
  if (editing === undefined) throw new AppError('unexpected', { missing: 'EditingContext' });
  return editing;
}
