import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { documentLinkKinds } from '../../../shared/api/document-contract.ts';
import type { DocumentLink } from '../../../shared/api/document-contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { useDocumentLinks } from '../../api/document-hooks.ts';
import { useRecords } from '../../api/read-hooks.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';

const useStyles = makeStyles({
  groups: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  text: { margin: 0 },
});

/** Where the document is used, kind by kind; an activity leads to its process. */
export function DocumentLinks({ id }: { readonly id: string }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const links = useDocumentLinks(id);
  return (
    <Section heading={t('linksHeading')}>
      <Loaded query={links}>
        {(all) =>
          all.length === 0 ? (
            <p className={styles.text}>{t('noLinks')}</p>
          ) : (
            <div className={styles.groups}>
              {documentLinkKinds.map((kind) => {
                const own = all.filter((link) => link.kind === kind);
                return own.length === 0 ? null : (
                  <div key={kind}>
                    <h3 className={styles.heading}>{t(`linkKinds.${kind}`)}</h3>
                    <ul className={styles.list}>
                      {own.map((link) => (
                        <LinkTo key={link.id} link={link} />
                      ))}
                    </ul>
                  </div>
                );
              })}
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}

function LinkTo({ link }: { readonly link: DocumentLink }): ReactElement {
  const { t } = useTranslation('documents');
  const { kind, id, title, status, processId } = link;
  const processes = useRecords('process', { sort: 'title', limit: 200 }, processId !== undefined);
  if (processId !== undefined) {
    const process = processes.data?.rows.find((row) => row.id === processId)?.title;
    return (
      <li>
        <TextLink to={routeOfRecord('process', processId)}>
          {process === undefined ? title : t('activityIn', { activity: title, process })}
        </TextLink>
      </li>
    );
  }
  return (
    <li>
      <TextLink to={routeOfRecord(kind, id)}>{title}</TextLink> <StatusBadge kind={kind} status={status} />
    </li>
  );
}
