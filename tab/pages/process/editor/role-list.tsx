import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement } from 'react';
import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessRole } from '../../../../shared/process/process-model.ts';
import { useAnnounce } from '../../../components/announcement.tsx';
import { useEditing } from './editing-context.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  text: { margin: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
  },
  role: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto auto', gap: tokens.spacingHorizontalXS },
});

interface RoleListProps {
  readonly roles: readonly ProcessRole[];
  readonly mayEdit: boolean;
}

/** Who performs the activities, in the order of the lanes. Enter in a name makes the next role. */
export const RoleList = memo(function RoleList({ roles, mayEdit }: RoleListProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation('processEditor');
  const announce = useAnnounce();
  const { store, change, newId } = useEditing();
  const list = useRef<HTMLUListElement>(null);
  const waiting = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    const input = list.current?.querySelector<HTMLElement>(`[data-role-name="${CSS.escape(waiting.current ?? '')}"]`);
    if (!input) return;
    waiting.current = undefined;
    input.focus();
  });

  function add(index: number): void {
    const id = newId('Lane');
    waiting.current = id;
    change({ kind: 'addRole', id, name: '', index });
  }

  function remove({ id, name }: ProcessRole, index: number): void {
    const heir = roles[index + 1] ?? roles[index - 1];
    if (heir === undefined) return;
    waiting.current = heir.id;
    change({ kind: 'deleteRole', id, to: heir.id });
    announce(t('roles.removed', { name: name || t('roles.unnamed'), heir: heir.name || t('roles.unnamed') }));
  }

  return (
    <div className={styles.box}>
      <p className={styles.text}>{t('roles.intro')}</p>
      <ul className={styles.list} ref={list}>
        {roles.map((role, index) => (
          <li className={styles.role} key={role.id}>
            <Input
              aria-label={t('roles.name', { number: index + 1 })}
              autoComplete="off"
              data-role-name={role.id}
              disabled={!mayEdit}
              maxLength={255}
              onBlur={() => store.endTyping()}
              onChange={(_event, { value }) =>
                change({ kind: 'renameRole', id: role.id, name: value }, `${role.id} role`)
              }
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add(index + 1);
              }}
              value={role.name}
            />
            {mayEdit && index > 0 ? (
              <Button
                appearance="subtle"
                aria-label={t('roles.up', { name: role.name || t('roles.unnamed') })}
                icon={<ArrowUp20Regular aria-hidden="true" />}
                onClick={() => change({ kind: 'moveRole', id: role.id, by: -1 })}
              />
            ) : null}
            {mayEdit && roles.length > 1 ? (
              <Button
                appearance="subtle"
                aria-label={t('roles.remove', { name: role.name || t('roles.unnamed') })}
                icon={<Dismiss20Regular aria-hidden="true" />}
                onClick={() => remove(role, index)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <div>
          <Button onClick={() => add(roles.length)}>{t('roles.add')}</Button>
        </div>
      ) : null}
    </div>
  );
});
