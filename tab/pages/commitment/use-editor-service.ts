import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { StepRequest, StoredAnswer } from '../../../shared/api/contract.ts';
import { failures } from '../../../shared/errors.ts';
import { useClient } from '../../api/api-context.ts';
import { asApiFailure } from '../../api/api-failure.ts';
import { keepAnswer } from '../../api/write-hooks.ts';
import { useLanguage } from '../../host/host-context.ts';
import type { EditedKind } from './editor-state.ts';
import type { RecordStorePort, StoreOutcome } from './save-edits.ts';

export interface EditorServicePort extends RecordStorePort {
  readonly step: (kind: EditedKind, id: string, request: StepRequest) => Promise<StoreOutcome>;
}

/** The service as the editor uses it; its expected refusals become data. */
export function useEditorService(): EditorServicePort {
  const client = useClient();
  const cache = useQueryClient();
  const language = useLanguage();
  return useMemo(() => {
    async function call(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<StoreOutcome> {
      try {
        const record = await client.send<StoredAnswer>(method, path, body);
        keepAnswer(cache, record);
        return { kind: 'stored', record };
      } catch (thrown) {
        const failure = asApiFailure(thrown);
        const text = failure.text ?? failures[failure.code].text[language];
        if (failure.current) return { kind: 'changedBySomebodyElse', current: failure.current };
        if (failure.problems.length > 0) return { kind: 'invalid', problems: failure.problems, text };
        return { kind: 'refused', text };
      }
    }
    return {
      create: (kind, request) => call('POST', `records/${kind}`, request),
      change: (kind, id, request) => call('PATCH', `records/${kind}/${encodeURIComponent(id)}`, request),
      step: (kind, id, request) => call('POST', `records/${kind}/${encodeURIComponent(id)}/steps`, request),
    };
  }, [client, cache, language]);
}
