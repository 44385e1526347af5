import { useEffect, useRef, useState } from 'react';

/** Fluent's exit motion is 200 ms; until it is over the page behind stays hidden from screen readers. */
const closingMs = 300;

export interface Modal<Value> {
  /** What it was opened for; stays while it closes. Absent before it was ever opened. */
  readonly shown: { readonly value: Value; readonly turn: number } | undefined;
  readonly isOpen: boolean;
  readonly show: (value: Value) => void;
  /** `then` runs when the page behind can be used again: leaving the page earlier would keep it hidden for good. */
  readonly close: (then?: () => void) => void;
}

/** Whether focus is already at work in the page, as in a field that has a problem. */
function hasMovedOn(): boolean {
  const place = document.activeElement;
  return place !== null && place !== document.body && place.closest('[role=dialog], [role=alertdialog]') === null;
}

/** Tabster hides the page behind a dialog, and forgets to show it when the dialog goes together with its page. */
function showPageBehind(): void {
  const isModal = document.querySelector('[aria-modal="true"]') !== null;
  if (!isModal) document.getElementById('root')?.removeAttribute('aria-hidden');
}

/**
 * The opening and closing of a dialog or drawer that stays mounted, as tabster needs it to give the page back to screen
 * readers. Focus returns to where it was, or to the page's heading when that is gone (a step takes its own button away).
 */
export function useModal<Value>(): Modal<Value> {
  const [shown, setShown] = useState<{ readonly value: Value; readonly turn: number } | undefined>(undefined);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const afterwards = useRef<(() => void) | undefined>(undefined);

  useEffect(() => {
    if (isOpen || opener.current === null) return undefined;
    const timer = setTimeout(() => {
      const heading = document.querySelector<HTMLElement>('h1');
      const goal = opener.current instanceof HTMLElement && opener.current.isConnected ? opener.current : heading;
      opener.current = null;
      if (!hasMovedOn()) goal?.focus();
      const then = afterwards.current;
      afterwards.current = undefined;
      then?.();
    }, closingMs);
    return () => clearTimeout(timer);
  }, [isOpen]);

  // Gone with its page, as when somebody goes back while it is open.
  useEffect(() => () => void setTimeout(showPageBehind, closingMs), []);

  return {
    shown,
    isOpen,
    show: (value) => {
      opener.current = document.activeElement;
      setShown((before) => ({ value, turn: (before?.turn ?? 0) + 1 }));
      setOpen(true);
    },
    close: (then) => {
      afterwards.current = then;
      setOpen(false);
    },
  };
}
