import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/read-hooks.ts';
import { useHost, useHostState } from '../host/host-context.ts';
import { parseLanguage } from '../host/language.ts';
import { parseThemeName, themeNames } from '../host/theme-name.ts';
import { DemoPersonSelect } from './demo-person-select.tsx';

const useStyles = makeStyles({ content: { display: 'grid', gap: tokens.spacingVerticalL } });

interface SettingsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Person (local mode only), language, and theme where no host decides it. Every choice works at once. */
export function SettingsDialog({ open, onClose }: SettingsDialogProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('tab');
  const host = useHost();
  const { theme, themeFromHost, language } = useHostState();
  const me = useMe();
  return (
    <Dialog
      onOpenChange={(_, data) => {
        if (!data.open) onClose();
      }}
      open={open}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('settings.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {me.data?.mode === 'tenant' ? null : <DemoPersonSelect />}
            <Field label={t('settings.language')}>
              <RadioGroup
                layout="horizontal"
                onChange={(_, data) => {
                  host.chooseLanguage(parseLanguage(data.value) ?? language);
                }}
                value={language}
              >
                <Radio label={<span lang="sv">Svenska</span>} value="sv" />
                <Radio label={<span lang="en">English</span>} value="en" />
              </RadioGroup>
            </Field>
            {themeFromHost ? null : (
              <Field label={t('settings.theme')}>
                <RadioGroup
                  onChange={(_, data) => {
                    host.chooseTheme(parseThemeName(data.value) ?? theme);
                  }}
                  value={theme}
                >
                  {themeNames.map((name) => (
                    <Radio key={name} label={t(`settings.themes.${name}`)} value={name} />
                  ))}
                </RadioGroup>
              </Field>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
