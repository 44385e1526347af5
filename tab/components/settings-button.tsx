import { Button } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons/svg/settings';
import type { ReactElement } from 'react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/read-hooks.ts';
import { visuallyHidden } from './visually-hidden.ts';

const SettingsDialog = lazy(async () => ({ default: (await import('./settings-dialog.tsx')).SettingsDialog }));

/** Opens the choice of person (local mode), theme and language. The dialog is fetched the first time it is asked for. */
export function SettingsButton(): ReactElement {
  const { t } = useTranslation('tab');
  const [opened, setOpened] = useState<'never' | 'open' | 'closed'>('never');
  const me = useMe();
  const name = me.data?.person.name;
  return (
    <>
      <Button
        appearance="subtle"
        aria-haspopup="dialog"
        icon={<Settings20Regular aria-hidden="true" />}
        onClick={() => {
          setOpened('open');
        }}
      >
        {name ?? t('settings.open')}
        {name === undefined ? null : <span style={visuallyHidden}>{`, ${t('settings.open')}`}</span>}
      </Button>
      {opened === 'never' ? null : (
        <Suspense fallback={null}>
          <SettingsDialog
            onClose={() => {
              setOpened('closed');
            }}
            open={opened === 'open'}
          />
        </Suspense>
      )}
    </>
  );
}
