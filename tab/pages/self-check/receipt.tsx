import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routes } from '../../../shared/api/links.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { TextLink } from '../../components/text-link.tsx';
import { DeviationLink } from './outcome.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    border: `2px solid ${tokens.colorStatusSuccessBorderActive}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: tokens.spacingHorizontalL,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, ':focus': { outline: 'none' } },
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Right after handing in: that it arrived, where it went, and the deviations that it opened. */
export function Receipt({ record }: { readonly record: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const { deviations = [] } = record.fields as FieldsOfKind<'selfCheckOccurrence'>;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className={styles.box}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {t('outcome.receipt')}
      </h2>
      <p className={styles.text}>{t('outcome.receiptText', { ref: record.ref ?? '' })}</p>
      {deviations.length === 0 ? null : (
        <>
          <p className={styles.text}>{t('outcome.deviations', { count: deviations.length })}</p>
          <ul className={styles.list}>
            {deviations.map((id) => (
              <li key={id}>
                <DeviationLink id={id} />
              </li>
            ))}
          </ul>
        </>
      )}
      <TextLink to={routes.selfChecks}>{t('one.all')}</TextLink>
    </div>
  );
}
