import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOfRecord } from '../../../shared/api/links.ts';
import type { LostLink } from '../../../shared/api/process-contract.ts';
import { Notice } from '../../components/notice.tsx';
import { TextLink } from '../../components/text-link.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

interface LostLinksProps {
  readonly links: readonly LostLink[];
  /** What has become of their activities. */
  readonly title: string;
}

/** Records that point at activities which are gone; each leads to where it can be moved to another. */
export function LostLinks({ links, title }: LostLinksProps): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  if (links.length === 0) return null;
  return (
    <Notice title={title} tone="warning">
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={`${link.activityId} ${link.id}`}>
            {t('lost.of', { activity: link.activityName })}{' '}
            <TextLink to={routeOfRecord(link.kind, link.id)}>{link.ref ?? link.title}</TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
