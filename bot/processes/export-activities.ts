import writeExcelFile from 'write-excel-file/node';
import type { Language } from '../../shared/api/contract.ts';
import { activityStepsOf } from '../../shared/process/activity-records.ts';
import { objectNames } from '../../shared/process/process-model.ts';
import type { ProcessModel, ProcessStep } from '../../shared/process/process-model.ts';
import { recordKinds } from '../../shared/records/index.ts';

/** The activities of a process as a sheet, under the labels of the record (R72). */
export async function activitiesToExcel(model: ProcessModel, language: Language): Promise<Uint8Array> {
  const { fields } = recordKinds.processActivity;
  const columns: readonly (readonly [string, (step: ProcessStep) => string])[] = [
    [fields.name.label[language], ({ name }) => name],
    [fields.objectIn.label[language], (step) => objectNames(model, step, 'in').join('; ')],
    [fields.objectOut.label[language], (step) => objectNames(model, step, 'out').join('; ')],
    [fields.performs.label[language], ({ roleId }) => model.roles.find(({ id }) => id === roleId)?.name ?? ''],
    [fields.responsible.label[language], ({ details }) => details?.responsible ?? ''],
    [fields.consulted.label[language], ({ details }) => (details?.consulted ?? []).join('; ')],
    [fields.informed.label[language], ({ details }) => (details?.informed ?? []).join('; ')],
    [fields.description.label[language], ({ details }) => details?.description ?? ''],
  ];
  const heading = columns.map(([label]) => ({ value: label, fontWeight: 'bold' as const }));
  const rows = activityStepsOf(model).map((step) => columns.map(([, of]) => ({ type: String, value: of(step) })));
  return new Uint8Array(await writeExcelFile([heading, ...rows]).toBuffer());
}
