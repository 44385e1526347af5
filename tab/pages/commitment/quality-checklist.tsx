import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { commitment as commitmentKind, qualityCheckPoints } from '../../../shared/records/commitment.ts';
import { problemText } from '../../components/record-form/form-values.ts';
import { visuallyHidden } from '../../components/visually-hidden.ts';
import { useLanguage } from '../../host/host-context.ts';
import { useEditor } from './editor-context.ts';
import { fieldsOf } from './editor-state.ts';
import { fieldPlace } from '../../components/field-place.ts';
import { qualityPoints, tickedPoints } from './submission-readiness.ts';

const useStyles = makeStyles({
  set: { border: 0, margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  help: { margin: 0, color: tokens.colorNeutralForeground2 },
  point: { display: 'grid', minWidth: 0 },
  hint: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    marginInlineStart: '28px',
  },
  // Fluent's checkbox has room around it that the hint belongs in.
  hintOfBox: { marginInlineStart: '34px', marginTop: '-6px' },
  read: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  problem: { color: tokens.colorPaletteRedForeground1, margin: 0 },
});

/** The six points that a commitment must meet (R17), each with what to think of; all ticked before it is submitted. */
export function QualityChecklist(): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { commitment, mayEdit, problems, dispatch, keep } = useEditor();
  const ticked = tickedPoints(fieldsOf(commitment));
  const own = problems.filter((one) => one.recordId === commitment.id);
  const problem = problemText(own, 'qualityChecks');

  return (
    <fieldset className={styles.set}>
      <legend style={visuallyHidden}>{commitmentKind.fields.qualityChecks.label[language]}</legend>
      <p className={styles.help}>{commitmentKind.fields.qualityChecks.help[language]}</p>
      <p className={styles.help}>{t('checked', { count: ticked.length })}</p>
      {problem === undefined ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {qualityPoints.map((point) => {
        const label = qualityCheckPoints[point][language];
        const checked = ticked.includes(point);
        const hintId = `hint.${point}`;
        return (
          <div className={styles.point} key={point}>
            {mayEdit ? (
              <Checkbox
                aria-describedby={hintId}
                checked={checked}
                label={label}
                name={fieldPlace(commitment.id, `qualityChecks.${point}`)}
                onBlur={keep}
                onChange={() =>
                  dispatch({
                    kind: 'edited',
                    id: commitment.id,
                    field: 'qualityChecks',
                    value: qualityPoints.filter((one) => (one === point ? !checked : ticked.includes(one))),
                  })
                }
              />
            ) : (
              <span className={styles.read}>
                {checked ? <CheckmarkCircle20Filled aria-hidden="true" /> : <Circle20Regular aria-hidden="true" />}
                <span>
                  {label}
                  <span style={visuallyHidden}>{checked ? t('point.yes') : t('point.no')}</span>
                </span>
              </span>
            )}
            <span className={mergeClasses(styles.hint, mayEdit && styles.hintOfBox)} id={hintId}>
              {t(`points.${point}`)}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}
