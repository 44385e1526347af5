import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../../shared/api/process-contract.ts';
import { Notice } from '../../../components/notice.tsx';

interface PresentOthersProps {
  readonly present: readonly Presence[];
  readonly ownId: string;
}

/** Who else has the process open, and who of them writes in it. */
export function PresentOthers({ present, ownId }: PresentOthersProps): ReactElement | null {
  const { t } = useTranslation('processEditor');
  const others = present.filter(({ person }) => person.id !== ownId);
  if (others.length === 0) return null;
  const names = (list: readonly Presence[]): string => list.map(({ person }) => person.name).join(', ');
  const [writing, reading] = [others.filter(({ editing }) => editing), others.filter(({ editing }) => !editing)];
  return (
    <Notice tone="info">
      {[
        writing.length === 0 ? undefined : t('present.writing', { names: names(writing) }),
        reading.length === 0 ? undefined : t('present.reading', { names: names(reading) }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Notice>
  );
}
