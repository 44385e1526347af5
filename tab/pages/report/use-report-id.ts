import { useState } from 'react';
import { readChoice, rememberChoice } from '../../host/stored-choice.ts';

interface ReportIdHandle {
  readonly id: string;
  /** For the next report, after one was sent or thrown away. */
  readonly renew: () => void;
}

/** The id of the report being written. The browser remembers the id alone; the words lie in the service's draft. */
export function useReportId(personId: string): ReportIdHandle {
  const name = `report.${personId}`;
  const [id, setId] = useState(() => {
    const remembered = readChoice(name);
    if (remembered !== undefined && /^[\da-f-]{36}$/.test(remembered)) return remembered;
    const fresh = crypto.randomUUID();
    rememberChoice(name, fresh);
    return fresh;
  });
  return {
    id,
    renew: () => {
      const fresh = crypto.randomUUID();
      rememberChoice(name, fresh);
      setId(fresh);
    },
  };
}
