import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '../../../shared/api/links.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { TextLink } from '../../components/text-link.tsx';

/** For an address that no page answers to: says so and leads on. */
export function Page(): ReactElement {
  const { t } = useTranslation('tab');
  return (
    <>
      <PageTitle title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <TextLink to={routes.myPart}>{t('notFound.home')}</TextLink>
    </>
  );
}
