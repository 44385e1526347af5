import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer, ProcessVersion } from '../../../shared/api/process-contract.ts';
import { useProcessVersions, useRestoreProcess } from '../../api/process-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { VersionDifferences } from './version-differences.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  text: { margin: 0, flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' },
});

/** Every version of the process: who saved it, how it differs from the one before, and a way back to it. */
export function VersionList({ answer }: { readonly answer: ProcessAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const announce = useAnnounce();
  const { id, allowed } = answer.process;
  const versions = useProcessVersions(id);
  const restore = useRestoreProcess(id);
  const [shown, setShown] = useState<number>();

  function bringBack(version: number): void {
    restore.mutate(
      { version, baseVersion: answer.version },
      {
        onSuccess: (saved) => {
          if (saved.kind !== 'conflict') announce(t('versions.restored', { version, as: saved.process.version }));
        },
      },
    );
  }

  return (
    <Section heading={t('versions.heading')}>
      {restore.error === null ? null : <FailureNotice failure={restore.error} urgent />}
      {restore.data?.kind === 'conflict' ? <Notice tone="warning">{t('versions.changed')}</Notice> : null}
      <Loaded query={versions}>
        {(list) =>
          list.length === 0 ? (
            <p className={styles.text}>{t('versions.none')}</p>
          ) : (
            <ul className={styles.list}>
              {list.map((one) => (
                <li key={one.version}>
                  <div className={styles.line}>
                    <p className={styles.text}>
                      <VersionLine version={one} />
                    </p>
                    {one.version > 1 ? (
                      <Button
                        aria-controls={`differences-${String(one.version)}`}
                        aria-expanded={shown === one.version}
                        onClick={() => setShown(shown === one.version ? undefined : one.version)}
                        size="small"
                      >
                        {t('versions.show', { version: one.version })}
                      </Button>
                    ) : null}
                    {allowed.edit && one.version < answer.version ? (
                      <Button disabledFocusable={restore.isPending} onClick={() => bringBack(one.version)} size="small">
                        {t('versions.restore', { version: one.version })}
                      </Button>
                    ) : null}
                  </div>
                  <div id={`differences-${String(one.version)}`}>
                    {shown === one.version ? (
                      <VersionDifferences from={one.version - 1} id={id} to={one.version} />
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function VersionLine({ version: one }: { readonly version: ProcessVersion }): ReactElement {
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const { version, savedAt, savedBy, published, what } = one;
  const facts = [
    what === 'saved' ? undefined : t(`versions.what.${what}`),
    published ? t('versions.published') : undefined,
  ];
  const said = facts.filter((fact) => fact !== undefined).join(', ');
  return (
    <>
      {t('versions.line', { version, name: savedBy.name, at: formatDate(savedAt, language, 'moment') })}
      {said === '' ? '' : ` (${said})`}
    </>
  );
}
