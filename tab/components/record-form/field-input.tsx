import type { ReactElement } from 'react';
import { BooleanInput, ChoiceInput, ChoicesInput, ScaleInput } from './choice-input.tsx';
import type { InputProps } from './input-props.ts';
import { PersonInput, PersonsInput } from './person-input.tsx';
import { ReferenceInput } from './reference-input.tsx';
import { ReferencesInput } from './references-input.tsx';
import { RowsInput } from './rows-input.tsx';
import { LineInput, LongTextInput, NumberInput, WordsInput } from './text-input.tsx';
import { DateInput, DateTimeInput, IntervalInput } from './time-input.tsx';

/** The input for one field, chosen by its type in the record's definition. */
export function FieldInput(props: InputProps): ReactElement {
  const { field } = props;
  switch (field.type) {
    case 'text':
      return <LineInput {...props} field={field} />;
    case 'longText':
      return <LongTextInput {...props} field={field} />;
    case 'choice':
      return <ChoiceInput {...props} field={field} />;
    case 'choices':
      return <ChoicesInput {...props} field={field} />;
    case 'number':
      return field.scale === undefined ? (
        <NumberInput {...props} field={field} />
      ) : (
        <ScaleInput {...props} field={field} />
      );
    case 'boolean':
      return <BooleanInput {...props} field={field} />;
    case 'date':
      return <DateInput {...props} field={field} />;
    case 'dateTime':
      return <DateTimeInput {...props} field={field} />;
    case 'interval':
      return <IntervalInput {...props} field={field} />;
    case 'person':
      return <PersonInput {...props} field={field} />;
    case 'persons':
      return <PersonsInput {...props} field={field} />;
    case 'reference':
      return <ReferenceInput {...props} field={field} />;
    case 'rows':
      return <RowsInput {...props} field={field} cellInput={FieldInput} />;
    case 'words':
      return <WordsInput {...props} field={field} />;
    case 'references':
      return <ReferencesInput {...props} field={field} />;
  }
}
