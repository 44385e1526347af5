import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '../../../shared/api/process-contract.ts';
import { Section } from '../../components/section.tsx';
import { RecordComments } from './record-comments.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  subject: { maxWidth: '480px' },
});

/** Comments and suggestions on the process as a whole or on one activity, chosen by name. */
export function ProcessComments({ answer }: { readonly answer: ProcessAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const { process, activities } = answer;
  const [chosen, setChosen] = useState(process.id);
  const records = [process, ...activities.map(({ record }) => record)];
  const record = records.find(({ id }) => id === chosen) ?? process;
  return (
    <Section heading={t('comments.heading')}>
      <div className={styles.box}>
        <Field className={styles.subject} label={t('comments.about')}>
          <Select onChange={(_event, { value }) => setChosen(value)} value={record.id}>
            {records.map(({ id, title, comments = [] }, index) => {
              const name = index === 0 ? t('comments.whole') : `${String(index)}. ${title}`;
              return (
                <option key={id} value={id}>
                  {comments.length === 0 ? name : t('comments.counted', { name, count: comments.length })}
                </option>
              );
            })}
          </Select>
        </Field>
        <RecordComments key={record.id} processId={process.id} record={record} />
      </div>
    </Section>
  );
}
