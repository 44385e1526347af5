import type { ReactNode } from 'react';
import { Component } from 'react';
import { FailureNotice } from './failure-notice.tsx';

interface ErrorBoundaryState {
  readonly thrown: unknown;
}

/** Keeps a fault in one page from taking the whole tab; the rest stays usable. Trying again loads the
 * tab anew: what failed may be a file of an older version that is no longer served. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { thrown };
  }

  override readonly state: ErrorBoundaryState = { thrown: undefined };

  override render(): ReactNode {
    if (this.state.thrown === undefined) return this.props.children;
    return (
      <FailureNotice
        failure={this.state.thrown}
        onRetry={() => {
          window.location.reload();
        }}
      />
    );
  }
}
