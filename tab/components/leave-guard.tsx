import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { routes } from '../../shared/api/links.ts';
import { useModal } from './use-modal.ts';

interface LeaveGuardProps {
  /** Something is written that the record does not have. */
  readonly hasUnsaved: boolean;
  /** The service has it as a draft, so closing the window loses nothing. */
  readonly isKept: boolean;
  /** Saves; resolves with whether everything is saved. */
  readonly save: () => Promise<boolean>;
}

/** Where a link inside the tab leads (`#/arenden` → `/arenden`), unless it opens elsewhere. */
function targetOf(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const href = link?.getAttribute('href') ?? '';
  return href.startsWith('#/') && link?.getAttribute('target') !== '_blank' ? href.slice(1) : undefined;
}

/**
 * Warns before unsaved work is left. A link inside the tab gets a question of ours; closing the window gets the
 * browser's own, and only while the draft is not with the service. Going back in history keeps the draft without asking.
 */
export function LeaveGuard({ hasUnsaved, isKept, save }: LeaveGuardProps): ReactElement {
  const { t } = useTranslation('tab');
  const navigate = useNavigate();
  const leaving = useModal<string>();
  const ask = useRef(leaving.show);
  ask.current = leaving.show;

  useEffect(() => {
    if (!hasUnsaved) return undefined;
    const intercept = (event: MouseEvent): void => {
      const to = targetOf(event);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      ask.current(to);
    };
    // In the capturing phase: the router's own links act in the bubbling one.
    document.addEventListener('click', intercept, { capture: true });
    return () => document.removeEventListener('click', intercept, { capture: true });
  }, [hasUnsaved]);

  useEffect(() => {
    if (!hasUnsaved || isKept) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasUnsaved, isKept]);

  const stay = (): void => leaving.close();
  const go = (): void => leaving.close(() => void navigate(leaving.shown?.value ?? routes.myPart));
  return (
    <Dialog modalType="alert" onOpenChange={(_event, { open }) => (open ? undefined : stay())} open={leaving.isOpen}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('leave.title')}</DialogTitle>
          <DialogContent>{t('leave.text')}</DialogContent>
          <DialogActions fluid>
            <Button onClick={stay}>{t('leave.stay')}</Button>
            <Button onClick={go}>{t('leave.leave')}</Button>
            <Button appearance="primary" onClick={() => void save().then((isSaved) => (isSaved ? go() : stay()))}>
              {t('leave.save')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
