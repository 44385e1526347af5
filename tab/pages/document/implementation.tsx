import { Button, Field, Select, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer, UnitAnswer } from '../../../shared/api/contract.ts';
import type { ImplementationRequest } from '../../../shared/api/process-contract.ts';
import { implementationProgress } from '../../../shared/records/governing-document.ts';
import { concernsUnit } from '../../../shared/rules/document-validity.ts';
import { createUnitTree } from '../../../shared/rules/unit-tree.ts';
import { useMarkDocument } from '../../api/document-hooks.ts';
import { useMe, useUnits } from '../../api/read-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatDate } from '../../components/format-date.ts';
import { PlainTable } from '../../components/plain-table.tsx';
import { Section } from '../../components/section.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 720px)' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  select: { minWidth: 0 },
  button: { justifySelf: 'start' },
});

interface Mark {
  readonly unit?: string;
  readonly progress?: keyof typeof implementationProgress;
  readonly note?: string;
  readonly markedOn?: string;
}

const columns = ['unit', 'progress', 'note', 'markedOn'] as const;
const progresses = Object.keys(implementationProgress) as readonly ImplementationRequest['progress'][];

/** "Berör oss" (R31): what each unit says of itself about the document, and the form for those who speak for one. */
export function Implementation({ document }: { readonly document: RecordAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const unitName = useUnitName();
  const units = useMarkableUnits(document);
  const marks = (document.fields['implementation'] ?? []) as readonly Mark[];
  return (
    <Section heading={t('implementation.heading')}>
      <div className={styles.box}>
        {marks.length === 0 ? (
          <p className={styles.text}>{t('implementation.none')}</p>
        ) : (
          <PlainTable
            caption={t('implementation.heading')}
            columns={columns.map((column) => t(`implementation.columns.${column}`))}
            rows={marks.map(({ unit = '', progress, note, markedOn }) => ({
              key: unit,
              cells: [
                unitName(unit) ?? unit,
                progress === undefined ? '' : implementationProgress[progress][language],
                note ?? '',
                markedOn === undefined ? '' : formatDate(markedOn, language),
              ],
            }))}
          />
        )}
        {units.length === 0 ? null : <MarkForm id={document.id} marks={marks} units={units} />}
      </div>
    </Section>
  );
}

/** The units that the person may speak for and that the document concerns; the service has the last word. */
function useMarkableUnits(document: RecordAnswer): readonly UnitAnswer[] {
  const me = useMe();
  const units = useUnits().data ?? [];
  const roles = me.data?.roles ?? [];
  const forAll = roles.some(({ role }) => role === 'qualityCoordinator');
  const own = new Set(
    roles.flatMap(({ role, unitId }) => (role === 'unitManager' && unitId !== undefined ? [unitId] : [])),
  );
  const tree = createUnitTree(units);
  return units.filter(({ id, active }) => active && (forAll || own.has(id)) && concernsUnit(document, id, tree));
}

interface MarkFormProps {
  readonly id: string;
  readonly marks: readonly Mark[];
  readonly units: readonly UnitAnswer[];
}

function MarkForm({ id, marks, units }: MarkFormProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const announce = useAnnounce();
  const mark = useMarkDocument(id);
  const markOf = (unitId: string): Mark | undefined => marks.find(({ unit }) => unit === unitId);
  const first = units[0]?.id ?? '';
  const [unitId, setUnitId] = useState(first);
  const [progress, setProgress] = useState<ImplementationRequest['progress']>(markOf(first)?.progress ?? 'notStarted');
  const [note, setNote] = useState(markOf(first)?.note ?? '');
  return (
    <form
      className={styles.form}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        const words = note.trim();
        mark.mutate(
          { unitId, progress, ...(words === '' ? {} : { note: words }) },
          {
            onSuccess: () => {
              announce(t('implementation.saved'));
            },
          },
        );
      }}
    >
      <h3 className={styles.heading}>{t('implementation.tell')}</h3>
      <Field label={t('implementation.unit')}>
        <Select
          className={styles.select}
          onChange={(_, { value }) => {
            setUnitId(value);
            setProgress(markOf(value)?.progress ?? 'notStarted');
            setNote(markOf(value)?.note ?? '');
          }}
          value={unitId}
        >
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('implementation.progress')}>
        <Select
          className={styles.select}
          onChange={(_, { value }) => {
            setProgress(progresses.find((one) => one === value) ?? 'notStarted');
          }}
          value={progress}
        >
          {progresses.map((one) => (
            <option key={one} value={one}>
              {implementationProgress[one][language]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('implementation.note')}>
        <Textarea
          maxLength={2000}
          onChange={(_, { value }) => {
            setNote(value);
          }}
          resize="vertical"
          rows={3}
          value={note}
        />
      </Field>
      {mark.error === null ? null : <FailureNotice failure={mark.error} urgent />}
      <Button className={styles.button} disabledFocusable={mark.isPending} type="submit">
        {t('implementation.save')}
      </Button>
    </form>
  );
}
