import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import type { ReactElement, ReactNode } from 'react';
import { useMedia } from './use-media.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
    alignItems: 'end',
  },
  summary: {
    cursor: 'pointer',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  inside: { marginTop: tokens.spacingVerticalM },
  clear: { justifySelf: 'start' },
});

interface SearchFormProps {
  /** Names the form, and what unfolds on a narrow screen. */
  readonly label: string;
  /** Nothing: what is here is not searched by words. */
  readonly words?: { readonly label: string; readonly value: string; readonly onChange: (words: string) => void };
  readonly onSubmit?: () => void;
  /** Nothing: there is nothing to clear. */
  readonly clear?: { readonly label: string; readonly onClear: () => void } | undefined;
  /** The filters; folded away on a narrow screen. */
  readonly children: ReactNode;
}

/** Search by words and filters above a list. */
export function SearchForm({ label, words, onSubmit, clear, children }: SearchFormProps): ReactElement {
  const styles = useStyles();
  const wide = useMedia('(min-width: 640px)');
  const fields = <div className={styles.fields}>{children}</div>;
  return (
    <form
      aria-label={label}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
      role="search"
    >
      {words === undefined ? null : (
        <Field label={words.label}>
          <Input
            contentBefore={<Search20Regular aria-hidden="true" />}
            maxLength={200}
            onChange={(_, { value }) => {
              words.onChange(value);
            }}
            type="search"
            value={words.value}
          />
        </Field>
      )}
      {wide ? (
        fields
      ) : (
        <details>
          <summary className={styles.summary}>{label}</summary>
          <div className={styles.inside}>{fields}</div>
        </details>
      )}
      {clear === undefined ? null : (
        <Button className={styles.clear} onClick={clear.onClear}>
          {clear.label}
        </Button>
      )}
    </form>
  );
}
