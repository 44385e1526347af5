import { Input, Textarea } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FieldOf, InputProps } from './input-props.ts';
import { Labelled } from './labelled.tsx';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const rowsOf = (value: string): number => Math.min(14, Math.max(3, value.split('\n').length + 1, value.length / 80));

/** One line. The limit is the field's own; the browser stops at it. */
export function LineInput(props: InputProps<FieldOf<'text'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled } = props;
  return (
    <Labelled input={props}>
      <Input
        disabled={disabled === true}
        maxLength={field.maxLength ?? 255}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          onChange(data.value === '' ? undefined : data.value);
        }}
        value={text(value)}
      />
    </Labelled>
  );
}

/** Several lines; grows with what is written. Too long is told by the service, so that a pasted text is never cut. */
export function LongTextInput(props: InputProps<FieldOf<'longText'>>): ReactElement {
  const { name, value, onChange, onBlur, disabled } = props;
  const shown = text(value);
  return (
    <Labelled input={props}>
      <Textarea
        disabled={disabled === true}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          onChange(data.value === '' ? undefined : data.value);
        }}
        resize="vertical"
        rows={Math.ceil(rowsOf(shown))}
        textarea={{ style: { maxHeight: 'none' } }}
        value={shown}
      />
    </Labelled>
  );
}

/** A number as it is typed; the service reads `2,5` and `2.5` alike and says when it is no number. */
export function NumberInput(props: InputProps<FieldOf<'number'>>): ReactElement {
  const { name, field, value, onChange, onBlur, disabled } = props;
  return (
    <Labelled input={props}>
      <Input
        disabled={disabled === true}
        inputMode={field.whole === true ? 'numeric' : 'decimal'}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          const typed = data.value.trim().replace(',', '.');
          const number = Number(typed);
          // `2.` and `-` are on their way to a number: they stay as typed.
          onChange(typed === '' ? undefined : /^-?\d+(?:\.\d+)?$/.test(typed) ? number : data.value);
        }}
        value={text(value).replace('.', ',')}
      />
    </Labelled>
  );
}

/** A list of words, one a line. */
export function WordsInput(props: InputProps<FieldOf<'words'>>): ReactElement {
  const { name, value, onChange, onBlur, disabled } = props;
  const words = Array.isArray(value) ? value.map(String) : [];
  return (
    <Labelled input={props}>
      <Textarea
        disabled={disabled === true}
        name={name}
        onBlur={onBlur}
        onChange={(_, data) => {
          onChange(data.value === '' ? undefined : data.value.split('\n'));
        }}
        resize="vertical"
        rows={Math.max(3, words.length + 1)}
        value={words.join('\n')}
      />
    </Labelled>
  );
}
