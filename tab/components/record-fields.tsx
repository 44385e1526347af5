import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import { definitionOf } from '../../shared/records/index.ts';
import { useLanguage } from '../host/host-context.ts';
import { FieldValue } from './field-value.tsx';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  label: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: 0, maxWidth: '760px' },
});

/** A list of names and values; its entries are `RecordFact`s. */
export function RecordFact({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

interface RecordFieldsProps {
  readonly record: RecordAnswer;
  /** Fields to leave out: those that the page shows in a way of its own. */
  readonly without?: readonly string[];
  readonly referenceTitle?: (id: string) => string | undefined;
  /** Further facts, after the fields. */
  readonly children?: ReactNode;
}

/** Every field that has a value, in the order of the definition. What the view hides is absent, not empty. */
export function RecordFields({ record, without = [], referenceTitle, children }: RecordFieldsProps): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { fields } = definitionOf(record.kind);
  return (
    <dl className={styles.list}>
      {Object.entries(fields)
        .filter(([name]) => record.fields[name] !== undefined && !without.includes(name))
        .map(([name, field]) => (
          <RecordFact key={name} label={field.label[language]}>
            <FieldValue
              field={field}
              value={record.fields[name]}
              {...(referenceTitle === undefined ? {} : { referenceTitle })}
            />
          </RecordFact>
        ))}
      {children}
    </dl>
  );
}
