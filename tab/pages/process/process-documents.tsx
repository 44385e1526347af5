import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '../../../shared/api/process-contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { useDocumentRegister } from '../../api/document-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import { TextLink } from '../../components/text-link.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  text: { margin: 0 },
});

/** The governing documents that the process and its activities follow (R68), each with the activities that name it. */
export function ProcessDocuments({ answer }: { readonly answer: ProcessAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const register = useDocumentRegister();
  const used = documentsOf(answer);
  return (
    <Section heading={t('documents.heading')}>
      <Loaded query={register}>
        {({ documents }) =>
          used.size === 0 ? (
            <p className={styles.text}>{t('documents.none')}</p>
          ) : (
            <ul className={styles.list}>
              {[...used].map(([id, activities]) => (
                <li key={id}>
                  <TextLink to={routeOfRecord('governingDocument', id)}>
                    {documents.find(({ record }) => record.id === id)?.record.title ?? t('documents.unknown')}
                  </TextLink>
                  {activities.length === 0 ? null : ` (${activities.join(', ')})`}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

/** By document the names of the activities that follow it; those of the whole process first. */
function documentsOf({ process, activities }: ProcessAnswer): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>(idsIn(process.fields['documents']).map((id) => [id, []]));
  for (const { record } of activities) {
    for (const id of new Set([...idsIn(record.fields['routine']), ...idsIn(record.fields['documents'])]))
      found.set(id, [...(found.get(id) ?? []), record.title]);
  }
  return found;
}

function idsIn(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}
