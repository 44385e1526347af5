/** The least that a Fluent tab can be: React, FluentProvider and a heading. What `bench -- tab` compares with. */
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <FluentProvider theme={teamsLightTheme}>
      <h1>Min del</h1>
    </FluentProvider>,
  );
}
