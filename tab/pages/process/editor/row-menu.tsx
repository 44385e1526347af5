import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcuts } from './keys.ts';
import type { KeyAct } from './keys.ts';

/** What the menu of a row was opened for. */
export interface OpenMenu {
  readonly rowId: string;
  readonly button: HTMLElement;
}

interface RowMenuProps {
  readonly open: OpenMenu;
  readonly acts: readonly (KeyAct | 'branch' | 'addFirst')[];
  readonly onAct: (act: KeyAct | 'branch' | 'addFirst') => void;
  readonly onClose: () => void;
}

/** One menu for all rows: a long list would be slow with one in each. */
export function RowMenu({ open, acts, onAct, onClose }: RowMenuProps): ReactElement {
  const { t } = useTranslation('processEditor');
  const label = open.button.getAttribute('aria-label') ?? '';
  return (
    <Menu
      onOpenChange={(event, { open: stays }) => {
        if (stays) return;
        if (event.type === 'keydown') open.button.focus();
        onClose();
      }}
      open
      positioning={{ target: open.button, position: 'below', align: 'end' }}
    >
      <MenuPopover>
        <MenuList aria-label={label}>
          {acts.map((act) => {
            const keys = shortcuts.find((one) => one.act === act || (act === 'addFirst' && one.act === 'addAfter'));
            return (
              <MenuItem
                key={act}
                onClick={() => {
                  onClose();
                  onAct(act);
                }}
                {...(keys === undefined
                  ? {}
                  : { 'aria-keyshortcuts': keys.aria, secondaryContent: t(`keys.${keys.shown}`) })}
              >
                {t(`actions.${act}`)}
              </MenuItem>
            );
          })}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
