import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOfRecord } from '../../../shared/api/links.ts';
import type { DocumentEntry } from '../../../shared/api/document-contract.ts';
import { governingDocument, implementationProgress } from '../../../shared/records/governing-document.ts';
import { isReviewOverdue, validityOf } from '../../../shared/rules/document-validity.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { valueText } from '../../components/field-value.tsx';
import { formatDate } from '../../components/format-date.ts';
import { PlainTable } from '../../components/plain-table.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({
  overdue: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface DocumentTableProps {
  readonly entries: readonly DocumentEntry[];
  /** The units whose own word about a document stands in the table. */
  readonly ours: readonly string[];
  readonly today: string;
}

const columns = ['name', 'type', 'area', 'unit', 'validity', 'review', 'ours', 'links'] as const;

/** The register as a plain table; what is late for review says so in words. */
export function DocumentTable({ entries, ours, today }: DocumentTableProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const unitName = useUnitName();
  const progressOf = (value: unknown): string => {
    const marks = (value ?? []) as readonly { readonly unit?: string; readonly progress?: string }[];
    const own = marks.filter(({ unit }) => unit !== undefined && ours.includes(unit));
    const [mark] = own;
    return mark?.progress === undefined || !Object.hasOwn(implementationProgress, mark.progress)
      ? t('notMarked')
      : implementationProgress[mark.progress as keyof typeof implementationProgress][language];
  };
  return (
    <PlainTable
      caption={t('title')}
      columns={columns.map((column) => t(`columns.${column}`))}
      rows={entries.map(({ record, links }) => {
        const { id, title, unitId, fields } = record;
        return {
          key: id,
          cells: [
            <TextLink key="name" to={routeOfRecord('governingDocument', id)}>
              {title}
            </TextLink>,
            valueText(governingDocument.fields.documentType, fields['documentType'], language),
            valueText(governingDocument.fields.area, fields['area'], language),
            unitId === undefined ? t('wholeBoard') : (unitName(unitId) ?? ''),
            t(`validities.${validityOf(record, today)}`),
            <span key="review">
              {typeof fields['reviewDate'] === 'string' ? formatDate(fields['reviewDate'], language) : ''}{' '}
              {isReviewOverdue(record, today) ? (
                <span className={styles.overdue}>
                  <Warning16Regular aria-hidden="true" />
                  {t('overdue')}
                </span>
              ) : null}
            </span>,
            progressOf(fields['implementation']),
            String(links),
          ],
        };
      })}
    />
  );
}
