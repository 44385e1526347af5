import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { expectedResult } from '../../../shared/records/expected-result.ts';
import { visuallyHidden } from '../../components/visually-hidden.ts';
import { useLanguage } from '../../host/host-context.ts';
import type { ExpectedResultSummary } from './expected-result-summary.ts';

const useStyles = makeStyles({
  figures: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap', marginInlineEnd: tokens.spacingHorizontalS },
  kind: { color: tokens.colorNeutralForeground2, marginInlineEnd: tokens.spacingHorizontalS },
});

type ResultKind = keyof typeof expectedResult.fields.resultKind.choices;

function isResultKind(kind: string): kind is ResultKind {
  return Object.hasOwn(expectedResult.fields.resultKind.choices, kind);
}

/** `88 → 92 %  Nöjda vårdnadshavare`; a target picture or a state is told with its kind instead of figures. */
export function ExpectedResultLine({ result }: { readonly result: ExpectedResultSummary }): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { figures, resultKind, text } = result;
  if (figures) {
    return (
      <span>
        <span aria-hidden="true" className={styles.figures}>
          {figures.baseline === undefined ? figures.target : `${figures.baseline} → ${figures.target}`}
        </span>
        <span style={visuallyHidden}>
          {figures.baseline === undefined ? t('result.target', figures) : t('result.fromTo', figures)}{' '}
        </span>
        {text}
      </span>
    );
  }
  const kind = isResultKind(resultKind) ? expectedResult.fields.resultKind.choices[resultKind][language] : '';
  return (
    <span>
      {kind ? <span className={styles.kind}>{kind}:</span> : null}
      {text}
    </span>
  );
}
