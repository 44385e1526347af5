import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RecordAnswer } from '../../shared/api/contract.ts';
import type { DocumentLinksAnswer, DocumentRegisterAnswer } from '../../shared/api/document-contract.ts';
import type { ImplementationRequest } from '../../shared/api/process-contract.ts';
import { useClient } from './api-context.ts';
import type { ApiFailure } from './api-failure.ts';
import { queryKeys } from './read-hooks.ts';
import { keepAnswer } from './write-hooks.ts';

/** Under the keys of records, so that a write to a document makes them stale. */
const keys = {
  register: [...queryKeys.recordsOf('governingDocument'), { register: true }],
  links: (id: string) => [...queryKeys.recordsOf('governingDocument'), { links: id }],
} as const;

/** Every governing document that the person may see, by name. */
export function useDocumentRegister(): UseQueryResult<DocumentRegisterAnswer> {
  const client = useClient();
  return useQuery<DocumentRegisterAnswer>({
    queryKey: keys.register,
    queryFn: ({ signal }) => client.read<DocumentRegisterAnswer>('governing-documents', {}, signal),
  });
}

/** What points at a document. */
export function useDocumentLinks(id: string): UseQueryResult<DocumentLinksAnswer> {
  const client = useClient();
  return useQuery<DocumentLinksAnswer>({
    queryKey: keys.links(id),
    queryFn: ({ signal }) =>
      client.read<DocumentLinksAnswer>(`governing-documents/${encodeURIComponent(id)}/links`, {}, signal),
  });
}

/** "Berör oss": what a unit says of itself about a document (R31). */
export function useMarkDocument(id: string): UseMutationResult<RecordAnswer, ApiFailure, ImplementationRequest> {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation<RecordAnswer, ApiFailure, ImplementationRequest>({
    mutationFn: async (request) =>
      client.send<RecordAnswer>('PUT', `governing-documents/${encodeURIComponent(id)}/implementation`, request),
    onSuccess: (answer) => {
      keepAnswer(cache, answer);
    },
  });
}
