import { Input } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { sameName } from '../../../../shared/process/commands/edit-objects.ts';
import { cellOf } from './cells.ts';
import type { Column } from './cells.ts';
import { useEditing } from './editing-context.ts';

interface TextCellProps {
  readonly rowId: string;
  readonly column: Column;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled: boolean;
  readonly onWrite: (text: string, typing: string) => void;
  /** How a text reads once the model holds it, where that differs from what was typed. */
  readonly read?: (text: string) => string;
}

/** One line of text in the list. Every key goes to the model at once, so a save or a closed window loses nothing. */
export function TextCell(props: TextCellProps): ReactElement {
  const { rowId, column, label, value, placeholder, disabled, onWrite, read } = props;
  const { store } = useEditing();
  const [typed, setTyped] = useState<string>();
  // What was typed may end in a space or a semicolon that the model does not hold; undoing changes the model alone.
  const isHeld =
    typed !== undefined && (read === undefined ? typed === value : sameName(read(typed)) === sameName(value));
  const shown = isHeld ? typed : value;
  return (
    <Input
      aria-label={label}
      autoComplete="off"
      data-cell={cellOf(rowId, column)}
      disabled={disabled}
      maxLength={255}
      onBlur={() => {
        setTyped(undefined);
        store.endTyping();
      }}
      onChange={(_event, data) => {
        setTyped(data.value);
        onWrite(data.value, cellOf(rowId, column));
      }}
      placeholder={placeholder ?? ''}
      value={shown}
    />
  );
}
