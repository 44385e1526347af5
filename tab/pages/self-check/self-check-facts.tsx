import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordAnswer } from '../../../shared/api/contract.ts';
import { routeOfRecord } from '../../../shared/api/links.ts';
import type { FieldsOfKind } from '../../../shared/records/index.ts';
import { selfCheckOccurrence } from '../../../shared/records/self-check-occurrence.ts';
import { useRecords } from '../../api/read-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { formatDate } from '../../components/format-date.ts';
import { Section } from '../../components/section.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { UnsavedMarker } from '../../components/unsaved-marker.tsx';
import { useLanguage } from '../../host/host-context.ts';
import { PerformerForm } from './performer-form.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  late: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
  form: { marginTop: tokens.spacingVerticalM },
});

interface SelfCheckFactsProps {
  readonly record: RecordAnswer;
  readonly today: string;
  /** May name who carries it out. */
  readonly mayName: boolean;
}

/** Where, when, by whom, on what sample, and how it stands. */
export function SelfCheckFacts({ record, today, mayName }: SelfCheckFactsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const unitName = useUnitName();
  const fields = record.fields as FieldsOfKind<'selfCheckOccurrence'>;
  const { dueOn = '', period, performer, sample, result, definition } = fields;
  const late = record.status === 'open' && dueOn < today;
  const day = formatDate(dueOn, language, 'shortDay');
  return (
    <Section aside={<UnsavedMarker record={record} />} heading={t('one.facts')}>
      <dl className={styles.facts}>
        <Fact name={t('one.status')}>
          <StatusBadge kind={record.kind} status={record.status} />
        </Fact>
        {record.unitId === undefined ? null : <Fact name={t('unit')}>{unitName(record.unitId)}</Fact>}
        <Fact name={t('one.dueOn')}>
          <span className={late ? styles.late : undefined}>{late ? t('late', { day }) : day}</span>
        </Fact>
        <Fact name={t('one.period')}>{period}</Fact>
        <Fact name={t('one.performer')}>{performer?.name ?? t('one.noPerformer')}</Fact>
        {sample === undefined ? null : <Fact name={t('outcome.sample')}>{sample}</Fact>}
        {result === undefined || record.status === 'open' ? null : (
          <Fact name={t('one.result')}>{selfCheckOccurrence.fields.result.choices[result][language]}</Fact>
        )}
        {definition === undefined ? null : <DefinitionFacts id={definition} />}
      </dl>
      {mayName ? (
        <div className={styles.form}>
          <PerformerForm key={performer?.id ?? ''} record={record} />
        </div>
      ) : null}
    </Section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

/** Only those who may read the definition see why it is done, and the way to it. */
function DefinitionFacts({ id }: { readonly id: string }): ReactElement | null {
  const { t } = useTranslation('selfChecks');
  // Asked for as a list: a unit's manager does not see the board's own, and what one does not see is no fault.
  const definitions = useRecords('selfCheckDefinition', { sort: 'title', limit: 200 });
  const definition = definitions.data?.rows.find((one) => one.id === id);
  if (definition === undefined) return null;
  const { purpose } = definition.fields as FieldsOfKind<'selfCheckDefinition'>;
  return (
    <>
      {purpose === undefined ? null : <Fact name={t('one.purpose')}>{purpose}</Fact>}
      <Fact name={t('one.definition')}>
        <TextLink to={routeOfRecord('selfCheckDefinition', id)}>{definition.title}</TextLink>
      </Fact>
    </>
  );
}
