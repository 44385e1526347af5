import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { MeAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { selfCheckAreas } from '../../../shared/records/self-check-choices.ts';
import { useCreateRecord } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import type { FormValues } from '../../components/record-form/form-values.ts';
import { filledFields } from '../../components/record-form/form-values.ts';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { DefinitionForm } from './definition-form.tsx';
import { OwnerSelect, ownersFor } from './owner-select.tsx';

/** As most self-checks are. */
const usual: FormValues = {
  frequency: 'monthly',
  deadlineDays: 14,
  onDayOff: 'nextWorkingDay',
  performerRole: 'unitManager',
};

interface NewDefinitionProps {
  readonly me: MeAnswer;
  readonly units: readonly UnitAnswer[];
}

/** A new self-check, stored as a draft. The gap list names unit and area in the address. */
export function NewDefinition({ me, units }: NewDefinitionProps): ReactElement {
  const { t } = useTranslation('selfChecks');
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const owners = ownersFor(me, units);
  const asked = parameters.get('unit') ?? '';
  const area = parameters.get('area') ?? '';
  const [owner, setOwner] = useState(() => (owners.includes(asked) ? asked : (owners[0] ?? '')));
  const [id] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState<FormValues>(() => ({
    ...usual,
    ...(Object.hasOwn(selfCheckAreas, area) && { area }),
  }));
  const create = useCreateRecord('selfCheckDefinition');
  useLeaveWarning(!create.isSuccess && values['name'] !== undefined);

  if (owners.length === 0) return <Notice tone="info">{t('definition.readOnly')}</Notice>;
  return (
    <DefinitionForm
      disabled={create.isPending}
      ofBoard={owner === ''}
      onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
      onSubmit={() => {
        const { units: chosen, ...rest } = values;
        create.mutate(
          {
            id,
            ...(owner !== '' && { unitId: owner }),
            fields: filledFields(owner === '' ? { ...rest, units: chosen } : rest),
          },
          {
            onSuccess: () => {
              announce(t('definition.created'));
              void navigate(routeOfRecord('selfCheckDefinition', id), { replace: true });
            },
          },
        );
      }}
      owner={
        <OwnerSelect disabled={create.isPending} onChange={setOwner} owners={owners} units={units} value={owner} />
      }
      problems={create.error?.problems}
      status="draft"
      values={values}
    >
      {create.error === null ? null : <FailureNotice failure={create.error} urgent />}
      <div>
        <Button appearance="primary" disabledFocusable={create.isPending} type="submit">
          {t('definition.create')}
        </Button>
      </div>
    </DefinitionForm>
  );
}
