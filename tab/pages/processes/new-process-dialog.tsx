import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FieldProblem, UnitAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import { process } from '../../../shared/records/process.ts';
import { useCreateRecord } from '../../api/write-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import type { FormValues } from '../../components/record-form/form-values.ts';
import { filledFields } from '../../components/record-form/form-values.ts';
import { RecordForm } from '../../components/record-form/record-form.tsx';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';

const useStyles = makeStyles({ fields: { display: 'grid', gap: tokens.spacingVerticalL } });

const names = ['name', 'processType', 'level'] as const;
const noProblems: readonly FieldProblem[] = [];

interface NewProcessDialogProps {
  /** The unit that is chosen from the start. */
  readonly unit: UnitAnswer | undefined;
  readonly isOpen: boolean;
  readonly onClose: (then?: () => void) => void;
}

function levelOf(unit: UnitAnswer | undefined): string {
  if (unit?.unitKind === 'department') return 'department';
  return unit?.unitKind === 'unit' || unit?.unitKind === 'contractor' ? 'unit' : 'board';
}

/** Asks only for what a draft must have, stores it, and goes on in the editor. */
export function NewProcessDialog({ unit, isOpen, onClose }: NewProcessDialogProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const navigate = useNavigate();
  const create = useCreateRecord('process');
  // One id for all tries of this dialog: a repeated call stores one process.
  const [id] = useState(() => crypto.randomUUID());
  const [unitId, setUnitId] = useState(unit?.id ?? '');
  const [values, setValues] = useState<FormValues>({ processType: 'main', level: levelOf(unit) });
  const problems = create.error?.problems ?? noProblems;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    create.mutate(
      { id, ...(unitId === '' ? {} : { unitId }), fields: filledFields(values) },
      { onSuccess: (stored) => onClose(() => void navigate(`${routeOfRecord('process', stored.id)}/redigera`)) },
    );
  }

  return (
    <Dialog onOpenChange={(_event, { open }) => (open ? undefined : onClose())} open={isOpen}>
      <DialogSurface>
        <form noValidate onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('create.title')}</DialogTitle>
            <DialogContent className={styles.fields}>
              {create.error !== null && problems.length === 0 ? <FailureNotice failure={create.error} urgent /> : null}
              <RecordForm
                definition={process}
                names={names}
                onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
                problems={problems}
                status="draft"
                values={values}
              />
              <UnitSelect
                emptyText={t('create.noUnit')}
                label={t('columns.unit')}
                onChange={setUnitId}
                problem={problems.find(({ field }) => field === 'unitId')?.text}
                value={unitId}
              />
            </DialogContent>
            <DialogActions>
              <Button onClick={() => onClose()}>{t('create.cancel')}</Button>
              <Button appearance="primary" disabledFocusable={create.isPending} type="submit">
                {t('create.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
