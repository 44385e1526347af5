import reactHooks from 'eslint-plugin-react-hooks';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';

const bans = [
  {
    selector: 'ThrowStatement > NewExpression[callee.name=/^(Error|TypeError|RangeError)$/]',
    message: 'Throw an AppError with a code of shared/errors.ts, or return the outcome as data.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only bot/main.ts and bot/config.ts read the environment; pass the setting in.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules', 'tab/dist', '.data', '.cache', '**/*.mjs', '**/*.cjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { unicorn },
    rules: {
      'no-restricted-syntax': ['error', ...bans],
      'unicorn/filename-case': ['error', { case: 'kebabCase' }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  // A file is read with the types of its own part alone: else those of the parts named before it are loaded too.
  ...['shared', 'bot', 'tab', 'test'].map((part) => ({
    files: [`${part}/**/*.{ts,tsx}`],
    languageOptions: {
      parserOptions: { project: `${part}/tsconfig.json`, tsconfigRootDir: import.meta.dirname },
    },
  })),
  {
    files: ['tab/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: [
      'bot/main.ts',
      'bot/rebuild-main.ts',
      'bot/config.ts',
      'bot/local-graph/main.ts',
      'bot/graph/provision-main.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...bans.slice(0, 3)] },
  },
  {
    // Tests may throw plainly, read the environment that jest's set-up fills, and hand over fakes.
    files: ['test/**/*.{ts,tsx}', 'tab/vite.config.ts', 'tab/**/*.d.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'max-lines': ['error', { max: 500 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
