import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FieldProblem, MeAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord, routes } from '../../../shared/api/links.ts';
import { governingDocument } from '../../../shared/records/governing-document.ts';
import { useMe } from '../../api/read-hooks.ts';
import { useCreateRecord } from '../../api/write-hooks.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { filledFields, problemText } from '../../components/record-form/form-values.ts';
import type { FormValues } from '../../components/record-form/form-values.ts';
import { RecordForm } from '../../components/record-form/record-form.tsx';
import { UnitSelect } from '../../components/record-form/unit-select.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 720px)' },
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** What comes with a step, and what units say of themselves, is not asked of a draft. */
const names = Object.keys(governingDocument.fields).filter(
  (name) => name !== 'replacedBy' && name !== 'implementation',
);

const noProblems: readonly FieldProblem[] = [];

/** A new governing document, as a draft. */
export function Page(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const me = useMe();
  return (
    <>
      <PageTitle title={t('create.title')} />
      <Loaded query={me}>
        {(person) =>
          person.mayCreate.includes('governingDocument') ? (
            <NewDocument me={person} />
          ) : (
            <div className={styles.page} data-ready="">
              <Notice tone="info" actions={<TextLink to={routes.documents}>{t('create.back')}</TextLink>}>
                {t('create.notAllowed')}
              </Notice>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function NewDocument({ me }: { readonly me: MeAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const { t: shell } = useTranslation('tab');
  const navigate = useNavigate();
  const create = useCreateRecord('governingDocument');
  // One id for all tries: a repeated call stores one document.
  const [id] = useState(() => crypto.randomUUID());
  const [unitId, setUnitId] = useState(me.homeUnitId ?? '');
  const [values, setValues] = useState<FormValues>({ level: 'unit' });
  const problems = create.error?.problems ?? noProblems;
  const mayWriteForBoard = me.roles.some(({ role }) => role === 'qualityCoordinator');
  useLeaveWarning(Object.keys(values).length > 1 && !create.isSuccess);
  return (
    <form
      className={styles.page}
      data-ready=""
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        create.mutate(
          { id, ...(unitId === '' ? {} : { unitId }), fields: filledFields(values) },
          { onSuccess: (stored) => void navigate(routeOfRecord('governingDocument', stored.id)) },
        );
      }}
    >
      <p className={styles.text}>{t('create.intro')}</p>
      <UnitSelect
        disabled={create.isPending}
        emptyText={mayWriteForBoard ? t('create.wholeBoard') : shell('form.choose')}
        label={t('create.unit')}
        onChange={setUnitId}
        problem={problemText(problems, 'unitId')}
        value={unitId}
      />
      <RecordForm
        definition={governingDocument}
        disabled={create.isPending}
        names={names}
        onChange={(name, value) => {
          setValues((before) => ({ ...before, [name]: value }));
        }}
        problems={problems}
        status="draft"
        values={values}
      />
      {create.error === null ? null : <FailureNotice failure={create.error} urgent />}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={create.isPending} type="submit">
          {t('create.save')}
        </Button>
        <TextLink to={routes.documents}>{shell('cancel')}</TextLink>
      </div>
    </form>
  );
}
