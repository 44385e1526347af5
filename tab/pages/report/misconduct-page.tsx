import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { SyntheticEvent, ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem, MeAnswer, StoredAnswer } from '../../../shared/api/contract.ts';
import { misconductCase } from '../../../shared/records/misconduct-case.ts';
import { useMe } from '../../api/read-hooks.ts';
import { useCreateRecord } from '../../api/write-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import type { FormValues } from '../../components/record-form/form-values.ts';
import { filledFields, problemText } from '../../components/record-form/form-values.ts';
import { RecordForm } from '../../components/record-form/record-form.tsx';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { takeWords } from './hand-over.ts';
import { Receipt } from './receipt.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 720px)' },
  button: { justifySelf: 'start' },
});

const names = ['whatHappened', 'whenText', 'immediateAction', 'implicatedPersons'] as const;

/**
 * The lex Sarah report (L5). It is stored nowhere but in the restricted site, and not before it is sent: no draft, no
 * address that carries words.
 */
export function Page(): ReactElement {
  const { t } = useTranslation('report');
  const me = useMe();
  const [stored, setStored] = useState<StoredAnswer | undefined>(undefined);
  return (
    <>
      <PageTitle title={t('misconduct.title')} />
      {stored === undefined ? (
        <Loaded query={me}>{(answer) => <MisconductForm me={answer} onSent={setStored} />}</Loaded>
      ) : (
        <Receipt
          onMore={() => {
            setStored(undefined);
          }}
          record={stored}
        />
      )}
    </>
  );
}

const noProblems: readonly FieldProblem[] = [];

interface MisconductFormProps {
  readonly me: MeAnswer;
  readonly onSent: (record: StoredAnswer) => void;
}

function MisconductForm({ me, onSent }: MisconductFormProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('report');
  const [id] = useState(() => crypto.randomUUID());
  const [unitId, setUnitId] = useState(me.homeUnitId ?? '');
  const [values, setValues] = useState<FormValues>(() => ({ whatHappened: takeWords() }));
  const create = useCreateRecord('misconductCase');
  const problems = create.error?.problems ?? noProblems;
  useLeaveWarning(Object.keys(filledFields(values)).length > 0);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        create.mutate(
          { id, ...(unitId === '' ? {} : { unitId }), fields: filledFields(values) },
          { onSuccess: onSent },
        );
      }}
    >
      <Notice tone="info">{t('misconduct.intro')}</Notice>
      <UnitSelect
        disabled={create.isPending}
        emptyText={t('chooseUnit')}
        label={t('misconduct.unit')}
        onChange={setUnitId}
        problem={problemText(problems, 'unitId')}
        required
        value={unitId}
      />
      <RecordForm
        definition={misconductCase}
        disabled={create.isPending}
        names={names}
        onChange={(name, value) => {
          setValues((before) => ({ ...before, [name]: value }));
        }}
        problems={problems}
        status="received"
        values={values}
      />
      {create.error === null ? null : <FailureNotice failure={create.error} urgent />}
      <Button appearance="primary" className={styles.button} disabled={create.isPending} type="submit">
        {t('misconduct.send')}
      </Button>
    </form>
  );
}
