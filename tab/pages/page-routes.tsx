import type { ComponentType, ReactElement } from 'react';
import { lazy, Suspense, useMemo } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { ApiFailure } from '../api/api-failure.ts';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import type { TextStore } from '../host/texts.ts';
import type { PageEntry } from './index.ts';
import { pages } from './index.ts';

/** A page's code and its texts come together, so that a page never shows the keys of its texts. */
function lazyPage(page: PageEntry, texts: TextStore): ComponentType {
  return lazy(async () => {
    try {
      const [loaded] = await Promise.all([page.load(), texts.ensure(page.texts)]);
      return { default: loaded.Page };
    } catch (cause) {
      // The network, or a new version of the tab whose files have other names.
      throw new ApiFailure({ code: 'unavailable', cause });
    }
  });
}

interface PageRoutesProps {
  readonly texts: TextStore;
  /** Stands in for the lazy start page when its code came before the first render. */
  readonly startPage?: ComponentType | undefined;
}

export function PageRoutes({ texts, startPage }: PageRoutesProps): ReactElement {
  const { pathname } = useLocation();
  const entries = useMemo(
    () =>
      pages.map((page) => ({
        path: page.path,
        Page: (page.path === '/' ? startPage : undefined) ?? lazyPage(page, texts),
      })),
    [texts, startPage],
  );
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<Skeleton />}>
        <Routes>
          {entries.map(({ path, Page }) => (
            <Route element={<Page />} key={path} path={path} />
          ))}
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
