import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { DemoPerson, Language } from '../../shared/api/contract.ts';
import { routes } from '../../shared/api/links.ts';
import { roleAssignment } from '../../shared/records/role-assignment.ts';
import { useSession } from '../api/api-context.ts';
import { useDemoPersons } from '../api/read-hooks.ts';

function describe(one: DemoPerson, language: Language): string {
  const roles = one.roles.map((role) => {
    const name = roleAssignment.fields.role.choices[role.role][language];
    return role.unitName === undefined ? name : `${name}, ${role.unitName}`;
  });
  return roles.length === 0 ? one.person.name : `${one.person.name} (${roles.join('; ')})`;
}

/** Local mode: become another of the demo board's persons. What the one before had read is forgotten. */
export function DemoPersonSelect(): ReactElement | null {
  const { t, i18n } = useTranslation('tab');
  const persons = useDemoPersons(true);
  const session = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  if (persons.data === undefined) return null;
  return (
    <Field hint={t('settings.personHint')} label={t('settings.person')}>
      <Select
        onChange={(_, data) => {
          session.choose(data.value);
          // Another person may not see this page; the start page is everybody's.
          if (pathname !== routes.myPart) void navigate(routes.myPart);
        }}
        value={session.demoPersonId() ?? ''}
      >
        {persons.data.map((one) => (
          <option key={one.person.id} value={one.person.id}>
            {describe(one, i18n.language === 'en' ? 'en' : 'sv')}
          </option>
        ))}
      </Select>
    </Field>
  );
}
