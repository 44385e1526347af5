import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { selfCheckOccurrence } from '../../../shared/records/self-check-occurrence.ts';
import { useChangeRecord } from '../../api/write-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FieldInput } from '../../components/record-form/field-input.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  person: { flex: '1 1 200px', maxWidth: '420px', minWidth: 0 },
});

/** Who carries it out: the manager names somebody of the unit, who then gets it among their own. */
export function PerformerForm({ record }: { readonly record: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const announce = useAnnounce();
  const before: unknown = record.fields['performer'];
  const [chosen, setChosen] = useState<unknown>(before);
  const change = useChangeRecord(record.kind, record.id);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { baseRevision: record.revision, fields: { performer: chosen ?? null } },
          { onSuccess: () => announce(t('one.performerSaved')) },
        );
      }}
    >
      <div className={styles.person}>
        <FieldInput
          field={selfCheckOccurrence.fields.performer}
          name="performer"
          onChange={setChosen}
          problem={change.error?.problems.find(({ field }) => field === 'performer')?.text}
          problems={[]}
          required={false}
          value={chosen}
        />
      </div>
      <Button disabledFocusable={change.isPending} type="submit">
        {t('one.setPerformer')}
      </Button>
      {change.error === null ? null : <FailureNotice failure={change.error} urgent />}
    </form>
  );
}
