import { useCallback, useState } from 'react';
import { readChoice, rememberChoice } from '../../host/stored-choice.ts';

interface ReportIdHandle {
  readonly id: string;
  /** There may be a draft by this id from an earlier visit. */
  readonly remembered: boolean;
  /** Once a draft exists: the next visit will look for it. */
  readonly remember: () => void;
  /** For the next report, after one was sent or thrown away. */
  readonly renew: () => void;
}

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * The id of the report being written: the one that the chat handed over (`?utkast=`), else that of the last visit. The
 * browser remembers the id alone; the words lie in the service's draft, which only its owner reaches.
 */
export function useReportId(personId: string, handedOver: string | null): ReportIdHandle {
  const name = `report.${personId}`;
  const [report, setReport] = useState<{ readonly id: string; readonly remembered: boolean }>(() => {
    const before = handedOver ?? readChoice(name);
    return before !== undefined && idShape.test(before)
      ? { id: before, remembered: true }
      : { id: crypto.randomUUID(), remembered: false };
  });
  const { id } = report;
  const remember = useCallback(() => {
    rememberChoice(name, id);
  }, [name, id]);
  const renew = useCallback(() => {
    rememberChoice(name, undefined);
    setReport({ id: crypto.randomUUID(), remembered: false });
  }, [name]);
  return { ...report, remember, renew };
}
