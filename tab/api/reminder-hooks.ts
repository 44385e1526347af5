import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  MyRemindersAnswer,
  ReminderChoices,
  ReminderRulesRequest,
  RemindersOverviewAnswer,
} from '../../shared/api/reminder-contract.ts';
import { useClient } from './api-context.ts';
import type { ApiFailure } from './api-failure.ts';

const keys = { mine: ['reminders', 'mine'], overview: ['reminders', 'overview'] } as const;

export function useMyReminders(): UseQueryResult<MyRemindersAnswer> {
  const client = useClient();
  return useQuery({ queryKey: keys.mine, queryFn: ({ signal }) => client.read('reminders/mine', {}, signal) });
}

export function useRemindersOverview(): UseQueryResult<RemindersOverviewAnswer> {
  const client = useClient();
  return useQuery({ queryKey: keys.overview, queryFn: ({ signal }) => client.read('reminders/overview', {}, signal) });
}

export function useSaveReminderChoices(): UseMutationResult<MyRemindersAnswer, ApiFailure, ReminderChoices> {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation<MyRemindersAnswer, ApiFailure, ReminderChoices>({
    mutationFn: (choices) => client.send('PUT', 'reminders/mine', choices),
    onSuccess: (answer) => void cache.setQueryData(keys.mine, answer),
  });
}

export function useSaveReminderRules(): UseMutationResult<RemindersOverviewAnswer, ApiFailure, ReminderRulesRequest> {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation<RemindersOverviewAnswer, ApiFailure, ReminderRulesRequest>({
    mutationFn: (rules) => client.send('PUT', 'reminders/rules', rules),
    onSuccess: (answer) => void cache.setQueryData(keys.overview, answer),
  });
}
