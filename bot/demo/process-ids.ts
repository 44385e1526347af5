import { demoId } from './demo-id.ts';

export function processId(key: string): string {
  return demoId('process', key);
}

export function activityId(process: string, activity: string): string {
  return demoId('processActivity', process, activity);
}
