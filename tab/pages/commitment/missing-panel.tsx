import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { commitment as commitmentKind, qualityCheckPoints } from '../../../shared/records/commitment.ts';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import { fieldPlace, focusPlace } from '../../components/field-place.ts';
import { whatIsMissing } from './submission-readiness.ts';
import type { Missing } from './submission-readiness.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  button: {
    padding: `2px ${tokens.spacingHorizontalXS}`,
    minWidth: 0,
    justifyContent: 'start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'normal',
  },
  done: { display: 'flex', gap: tokens.spacingHorizontalS, margin: 0 },
  text: { margin: 0 },
});

function placeOf(missing: Missing, commitmentId: string): string {
  switch (missing.kind) {
    case 'field':
      return fieldPlace(commitmentId, missing.field);
    case 'expectedResult':
      return fieldPlace(commitmentId, 'results.add');
    case 'unfinishedResult':
      return fieldPlace(missing.id, 'card');
    case 'point':
      return fieldPlace(commitmentId, `qualityChecks.${missing.point}`);
  }
}

/** What is left to do before the commitment can be submitted; each line leads to its place. */
export function MissingPanel(): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { commitment, results } = useEditor();
  const missing = whatIsMissing(
    fieldsOf(commitment),
    results.map((result) => ({ id: result.id, fields: fieldsOf(result) })),
  );

  function say(one: Missing): string {
    switch (one.kind) {
      case 'field':
        return commitmentKind.fields[one.field].label[language];
      case 'point':
        return t('missing.point', { point: qualityCheckPoints[one.point][language] });
      default:
        return t(`missing.${one.kind}`);
    }
  }

  if (missing.length === 0) {
    return (
      <p className={styles.done}>
        <CheckmarkCircle20Regular aria-hidden="true" />
        {t('missing.none')}
      </p>
    );
  }
  return (
    <>
      <p className={styles.text}>{t('missing.intro', { count: missing.length })}</p>
      <ul className={styles.list}>
        {missing.map((one) => (
          <li key={placeOf(one, commitment.id)}>
            <Button
              appearance="transparent"
              className={styles.button}
              onClick={() => focusPlace(placeOf(one, commitment.id))}
              size="small"
            >
              {say(one)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
