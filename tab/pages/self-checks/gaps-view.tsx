import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '../../../shared/api/links.ts';
import { selfCheckAreas, selfCheckLegalBases } from '../../../shared/records/self-check-choices.ts';
import { useMe } from '../../api/read-hooks.ts';
import { useSelfCheckGaps } from '../../api/self-check-hooks.ts';
import { useUnitName } from '../../api/use-unit-name.ts';
import { formatDate } from '../../components/format-date.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Section } from '../../components/section.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useLanguage } from '../../host/host-context.ts';

const useStyles = makeStyles({ text: { marginTop: 0 } });

type Labels = Readonly<Record<string, { readonly sv: string; readonly en: string }>>;
const areas: Labels = selfCheckAreas;
const legalBases: Labels = selfCheckLegalBases;

/** Units without a check that their legal base asks for (L1, L3, L7, L10), each with the way to add it. */
export function GapsView(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('selfChecks');
  const language = useLanguage();
  const unitName = useUnitName();
  const gaps = useSelfCheckGaps();
  const mayCreate = useMe().data?.mayCreate.includes('selfCheckDefinition') ?? false;
  return (
    <Loaded query={gaps} skeletonLines={6}>
      {({ day, gaps: rows }) => (
        <Section heading={t('gaps.heading')}>
          <div data-ready="">
            {rows.length === 0 ? (
              <p className={styles.text}>{t('gaps.none')}</p>
            ) : (
              <>
                <p className={styles.text}>{t('gaps.help', { day: formatDate(day, language) })}</p>
                <PlainTable
                  caption={t('gaps.caption')}
                  columns={[t('gaps.unit'), t('gaps.area'), t('gaps.legalBase'), ...(mayCreate ? [t('gaps.add')] : [])]}
                  rows={rows.map(({ unitId, area, legalBases: bases }) => {
                    const unit = unitName(unitId) ?? '';
                    const name = areas[area]?.[language] ?? area;
                    return {
                      key: `${unitId} ${area}`,
                      cells: [
                        unit,
                        name,
                        bases.map((base) => legalBases[base]?.[language] ?? base).join(', '),
                        ...(mayCreate
                          ? [
                              <TextLink key="add" to={`${routes.selfCheckDefinitions}/ny?unit=${unitId}&area=${area}`}>
                                {t('gaps.addFor', { area: name, unit })}
                              </TextLink>,
                            ]
                          : []),
                      ],
                    };
                  })}
                />
              </>
            )}
          </div>
        </Section>
      )}
    </Loaded>
  );
}
