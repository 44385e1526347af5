import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { commitment as commitmentKind } from '../../../shared/records/commitment.ts';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { CommitmentCommentForm } from './commitment-comment-form.tsx';
import { CommentList } from './comment-list.tsx';
import { useEditor } from './editor-context.ts';
import { DocumentsField } from './documents-field.tsx';
import { ExpectedResults } from './expected-results.tsx';
import { FieldComments } from './field-comments.tsx';
import { GoalField } from './goal-field.tsx';
import { PlanField } from './plan-field.tsx';
import { QualityChecklist } from './quality-checklist.tsx';
import { ResourceRows } from './resource-rows.tsx';

const useStyles = makeStyles({
  sections: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, minWidth: 0 },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  hints: {
    margin: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
  },
  hintList: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type CommitmentField = keyof typeof commitmentKind.fields;

function CommentedField({ name }: { readonly name: CommitmentField }): ReactElement {
  const language = useLanguage();
  const { commitment } = useEditor();
  return (
    <PlanField name={name} record={commitment}>
      <FieldComments field={name} label={commitmentKind.fields[name].label[language]} />
    </PlanField>
  );
}

/** Who benefits, what changes, how it is seen (R29). */
function WritingHints(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('plan');
  return (
    <div className={styles.hints}>
      <strong>{t('hints.title')}</strong>
      <ul className={styles.hintList}>
        <li>{t('hints.who')}</li>
        <li>{t('hints.change')}</li>
        <li>{t('hints.seen')}</li>
      </ul>
    </div>
  );
}

/** What has been said about the commitment as a whole. */
function Talk(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('plan');
  const { commitment, saved, mayComment, dispatch } = useEditor();
  const comments = (saved.comments ?? []).filter((comment) => comment.field === undefined);
  const onStored = (record: RecordAnswer): void => dispatch({ kind: 'arrived', records: [record] });
  return (
    <div className={styles.fields}>
      {comments.length === 0 ? (
        <p className={styles.none}>{t('comments.none')}</p>
      ) : (
        <CommentList comments={comments} onStored={onStored} />
      )}
      {mayComment ? <CommitmentCommentForm commitmentId={commitment.id} onStored={onStored} /> : null}
    </div>
  );
}

/** Every field of a commitment, in the order in which a unit thinks: for whom, what, how, with what, and how we know. */
export function CommitmentForm(): ReactElement {
  const styles = useStyles();
  const language = useLanguage();
  const { t } = useTranslation('plan');
  const { mayEdit } = useEditor();
  const labelOf = (field: CommitmentField): string => commitmentKind.fields[field].label[language];
  return (
    <div className={styles.sections}>
      <Section heading={t('sections.promise')}>
        <div className={styles.fields}>
          <GoalField />
          <CommentedField name="targetGroup" />
          <CommentedField name="targetGroupNeed" />
          {mayEdit ? <WritingHints /> : null}
          <CommentedField name="text" />
        </div>
      </Section>
      <Section heading={t('sections.results')}>
        <ExpectedResults />
      </Section>
      <Section heading={t('sections.method')}>
        <div className={styles.fields}>
          <CommentedField name="workingMethod" />
          <ResourceRows />
          <FieldComments field="resourceUse" label={labelOf('resourceUse')} />
          <DocumentsField />
        </div>
      </Section>
      <Section heading={t('sections.followUp')}>
        <div className={styles.fields}>
          <CommentedField name="followUpMethod" />
          <CommentedField name="followUpFrequency" />
          <CommentedField name="developmentPlan" />
        </div>
      </Section>
      <Section heading={t('sections.dialogue')}>
        <div className={styles.fields}>
          <CommentedField name="feedbackSystem" />
          <CommentedField name="userParticipation" />
        </div>
      </Section>
      <Section heading={t('sections.checklist')}>
        <QualityChecklist />
        <FieldComments field="qualityChecks" label={labelOf('qualityChecks')} />
      </Section>
      <Section heading={t('sections.talk')}>
        <Talk />
      </Section>
    </div>
  );
}
