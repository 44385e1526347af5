import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';

const shownForMs = 8000;

const useStyles = makeStyles({
  region: {
    position: 'fixed',
    insetInline: tokens.spacingHorizontalL,
    bottom: tokens.spacingVerticalL,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
    zIndex: 1000,
  },
  text: {
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    maxWidth: '480px',
  },
});

const AnnouncementContext = createContext<(text: string) => void>(() => undefined);

/** Says a short outcome (`Sparad, AVV-2026-0001`) on screen and to screen readers, without moving focus. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnouncementContext);
}

export function AnnouncementProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  const [said, setSaid] = useState<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 });
  const announce = useCallback((text: string) => {
    setSaid((before) => ({ text, turn: before.turn + 1 }));
  }, []);

  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => {
      setSaid((before) => ({ text: '', turn: before.turn }));
    }, shownForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);

  return (
    <AnnouncementContext value={announce}>
      {children}
      <div aria-live="polite" className={styles.region} role="status">
        {said.text === '' ? null : (
          <span className={styles.text} key={said.turn}>
            {said.text}
          </span>
        )}
      </div>
    </AnnouncementContext>
  );
}
