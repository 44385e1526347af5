/** Who may import whom (`design.md` 2). */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'shared-is-alone', severity: 'error', from: { path: '^shared' }, to: { path: '^(bot|tab|test)' } },
    {
      name: 'shared-is-pure',
      comment: 'no node:*, no React, no botbuilder, no network in shared/',
      severity: 'error',
      from: { path: '^shared' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-has-few-libraries',
      severity: 'error',
      from: { path: '^shared' },
      to: { path: 'node_modules', pathNot: 'node_modules/(zod|luxon|i18next|@types/luxon)/' },
    },
    { name: 'bot-not-tab', severity: 'error', from: { path: '^bot' }, to: { path: '^tab' } },
    { name: 'tab-not-bot', severity: 'error', from: { path: '^tab' }, to: { path: '^bot' } },
    {
      name: 'tab-without-luxon',
      comment: 'luxon is heavy; the tab uses Intl',
      severity: 'error',
      from: { path: '^tab' },
      to: { path: 'node_modules/luxon', reachable: true },
    },
    {
      name: 'local-graph-is-alone',
      severity: 'error',
      from: { path: '^bot/local-graph' },
      to: { path: '^(bot/(?!local-graph)|shared|tab)' },
    },
    {
      name: 'surfaces-not-adapters',
      comment: 'Pages, cards and commands never import adapters',
      severity: 'error',
      from: { path: '^bot/chat/(commands|cards)' },
      to: { path: '^bot/(graph|sync|database|http)' },
    },
    {
      name: 'botbuilder-behind-one-port',
      severity: 'error',
      from: { path: '^(bot|tab|shared)', pathNot: '^bot/chat/botbuilder-adapter\\.ts$' },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'graph-sdk-behind-one-folder',
      severity: 'error',
      from: { path: '^(bot|tab|shared)', pathNot: '^bot/graph' },
      to: { path: 'node_modules/@microsoft/microsoft-graph' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
