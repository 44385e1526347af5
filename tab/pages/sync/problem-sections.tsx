import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictItem, SetAsideItem, SyncAnswer } from '../../../shared/api/sync-contract.ts';
import { definitionOf } from '../../../shared/records/index.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { useAnnounce } from '../../components/announcement.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatDate } from '../../components/format-date.ts';
import { ConflictDialog } from '../../components/sync-problems/conflict-dialog.tsx';
import { SetAsideDialog } from '../../components/sync-problems/set-aside-dialog.tsx';
import { sortOfReason } from '../../components/sync-problems/set-aside-reason.ts';
import { useModal } from '../../components/use-modal.ts';
import { useLanguage } from '../../host/host-context.ts';
import { ProblemList } from './problem-list.tsx';
import { useRetry, useSetAsideFile } from './use-sync.ts';

const useStyles = makeStyles({ content: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 } });

/** What SharePoint can never take: tried again when the cause is gone. */
export function UnsendableSection({ answer }: { readonly answer: SyncAnswer }): ReactElement {
  const { t } = useTranslation('sync');
  const language = useLanguage();
  const announce = useAnnounce();
  const retry = useRetry();
  return (
    <>
      {retry.error === null ? null : <FailureNotice failure={retry.error} urgent />}
      <ProblemList
        heading={t('unsendable.heading')}
        none={t('unsendable.none')}
        problems={answer.unsendable.map((item) => ({
          key: `${item.kind}/${item.id}/${item.part ?? ''}${String(item.revision)}`,
          kind: item.kind,
          record: item,
          facts: [
            ...(item.part === undefined ? [] : [t('unsendable.drawing', { version: item.revision })]),
            t('unsendable.reason', { reason: item.reason }),
            t('changed', { at: formatDate(item.modifiedAt, language, 'moment') }),
          ],
          action: (
            <Button
              disabledFocusable={retry.isPending}
              onClick={() => retry.mutate(item, { onSuccess: () => announce(t('unsendable.retried')) })}
            >
              {t('unsendable.retry')}
            </Button>
          ),
        }))}
        text={t('unsendable.text')}
        total={answer.counts.unsendable}
      />
    </>
  );
}

/** The words of a group of fields: the labels of its fields, or its own name. */
function groupText(kind: KindName, group: string, language: 'sv' | 'en'): string {
  const { fields } = definitionOf(kind);
  const field = group.replace(/\[.*$/u, '');
  const members = Object.entries(fields).filter(([name, shape]) => name === field || shape.mergeGroup === field);
  return members.length === 0 ? group : members.map(([, shape]) => shape.label[language]).join(', ');
}

export function ConflictSection({ answer }: { readonly answer: SyncAnswer }): ReactElement {
  const { t } = useTranslation('sync');
  const language = useLanguage();
  const modal = useModal<ConflictItem>();
  const aboutText = ({ kind, group }: ConflictItem): string => {
    if (group === '*') return t('conflicts.deleted');
    return t('conflicts.group', {
      group: group === 'status' ? t('conflicts.status') : groupText(kind, group, language),
    });
  };
  return (
    <>
      {modal.shown === undefined ? null : (
        <ConflictDialog
          conflictId={modal.shown.value.conflictId}
          key={modal.shown.turn}
          onClose={() => modal.close()}
          open={modal.isOpen}
          place={modal.shown.value}
        />
      )}
      <ProblemList
        heading={t('conflicts.heading')}
        none={t('conflicts.none')}
        problems={answer.conflicts.map((item) => ({
          key: item.conflictId,
          kind: item.kind,
          record: item,
          facts: [aboutText(item), t('found', { at: formatDate(item.foundAt, language, 'moment') })],
          action: (
            <Button aria-haspopup="dialog" onClick={() => modal.show(item)}>
              {t('conflicts.decide')}
            </Button>
          ),
        }))}
        text={t('conflicts.text')}
        total={answer.counts.conflicts}
      />
    </>
  );
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** What a person wrote in SharePoint that the rules refuse. */
export function SetAsideSection({ answer }: { readonly answer: SyncAnswer }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('sync');
  const language = useLanguage();
  const modal = useModal<SetAsideItem>();
  const file = useSetAsideFile();
  const contentText = ({ kind, content }: SetAsideItem): string => {
    const columns = new Map(
      Object.entries(definitionOf(kind).fields).map(([name, field]) => [name.toLowerCase(), field.label[language]]),
    );
    return Object.entries(content ?? {})
      .flatMap(([column, value]) => {
        const label = columns.get(column.toLowerCase());
        return label === undefined || !isPlain(value) ? [] : [`${label}: ${String(value)}`];
      })
      .join('\n');
  };
  return (
    <>
      {modal.shown === undefined ? null : (
        <SetAsideDialog
          item={modal.shown.value}
          key={modal.shown.turn}
          onClose={() => modal.close()}
          open={modal.isOpen}
        />
      )}
      {file.error === null ? null : <FailureNotice failure={file.error} urgent />}
      <ProblemList
        heading={t('setAside.heading')}
        none={t('setAside.none')}
        problems={answer.setAside.map((item) => {
          const words = contentText(item);
          const editor = item.content?.['editor'];
          return {
            key: item.setAsideId,
            kind: item.kind,
            record: item.record,
            facts: [
              t(`setAside.reasons.${sortOfReason(item.reason)}`),
              ...(typeof editor === 'string' ? [t('setAside.by', { name: editor })] : []),
              t('found', { at: formatDate(item.foundAt, language, 'moment') }),
            ],
            content: item.hasFile ? (
              <div>
                <Button disabledFocusable={file.isPending} onClick={() => file.mutate(item.setAsideId)}>
                  {t('setAside.saveFile')}
                </Button>
              </div>
            ) : item.content?.['fileGone'] === true ? (
              <span>{t('setAside.fileGone')}</span>
            ) : words === '' ? undefined : (
              <details>
                <summary>{t('setAside.content')}</summary>
                <p className={styles.content}>{words}</p>
              </details>
            ),
            action: (
              <Button aria-haspopup="dialog" onClick={() => modal.show(item)}>
                {t('setAside.settle')}
              </Button>
            ),
          };
        })}
        text={t('setAside.text')}
        total={answer.counts.setAside}
      />
    </>
  );
}
