import { Button, Field, Input, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportProcessAnswer, ProcessAnswer } from '../../../shared/api/process-contract.ts';
import { useReadImport, useSaveProcess } from '../../api/process-hooks.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { ImportSummary } from './import-summary.tsx';
import { readAsBase64 } from './read-as-base64.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '760px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface ImportProcessProps {
  readonly answer: ProcessAnswer;
  readonly onDone: () => void;
}

/**
 * Takes a BPMN file in: it is read, its activities are found among those there are, and where that is unsure a person
 * says which is which. Nothing is stored before the last button; then the file becomes a new version.
 */
export function ImportProcess({ answer, onDone }: ImportProcessProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processes');
  const announce = useAnnounce();
  const { id, revision } = answer.process;
  const read = useReadImport(id);
  const save = useSaveProcess(id);
  const [file, setFile] = useState<string>();
  /** Stays while the file is read again with the answers. */
  const [found, setFound] = useState<ImportProcessAnswer>();
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});

  async function choose(chosen: File | undefined): Promise<void> {
    save.reset();
    setChoices({});
    setFound(undefined);
    const bytes = chosen === undefined ? undefined : await readAsBase64(chosen);
    setFile(bytes);
    if (bytes === undefined) read.reset();
    else read.mutate({ file: bytes }, { onSuccess: setFound });
  }

  function store({ model, bpmn }: ImportProcessAnswer): void {
    save.mutate(
      { baseVersion: answer.version, baseRevision: revision, fields: {}, model, bpmn, what: 'imported' },
      {
        onSuccess: (saved) => {
          if (saved.kind === 'conflict') return;
          announce(t('import.done', { version: saved.process.version }));
          onDone();
        },
      },
    );
  }

  return (
    <div className={styles.box}>
      <Field hint={t('import.hint')} label={t('import.file')}>
        <Input
          input={{ accept: '.bpmn,.xml' }}
          onChange={(event) => void choose(event.target.files?.[0])}
          // The input of a file has no value of its own.
          type={'file' as 'text'}
        />
      </Field>
      {read.error === null ? null : <FailureNotice failure={read.error} urgent />}
      {found === undefined ? null : <ImportSummary found={found} />}
      {found?.questions.map(({ stepId, stepName, candidates }) => (
        <Field key={stepId} label={t('import.question', { name: stepName })}>
          <RadioGroup
            onChange={(_event, { value }) => setChoices({ ...choices, [stepId]: value })}
            value={choices[stepId] ?? ''}
          >
            {candidates.map(({ activityId, name }) => (
              <Radio key={activityId} label={t('import.same', { name })} value={activityId} />
            ))}
            <Radio label={t('import.new')} value="new" />
          </RadioGroup>
        </Field>
      ))}
      {save.error === null ? null : <FailureNotice failure={save.error} urgent />}
      {save.data?.kind === 'conflict' ? <Notice tone="warning">{t('import.conflict')}</Notice> : null}
      <div className={styles.actions}>
        {found === undefined || file === undefined ? null : found.questions.length > 0 ? (
          <Button
            appearance="primary"
            disabledFocusable={read.isPending || found.questions.some(({ stepId }) => choices[stepId] === undefined)}
            onClick={() => read.mutate({ file, answers: choices }, { onSuccess: setFound })}
          >
            {t('import.answer')}
          </Button>
        ) : (
          <Button appearance="primary" disabledFocusable={save.isPending} onClick={() => store(found)}>
            {t('import.save')}
          </Button>
        )}
        <Button onClick={onDone}>{t('import.cancel')}</Button>
      </div>
    </div>
  );
}
