import compat from 'eslint-plugin-compat';
import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {tongban} from './test/lint/tongban.mjs';

const typescript = ['*.ts', '{packages,test,stories,demo,.storybook}/**/*.ts'];
const withElements = ['packages/{base,elements,window,portal}/src/**/*.ts', 'stories/**/*.ts'];
const inOldBrowsers = [
  'packages/{domain,base,elements,window,gateway-api}/src/**/*.ts',
  'packages/{catalogue,vault,session,runtime,portal}/src/{shared,browser,worker}/**/*.ts',
];

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      'dist-demo/',
      'storybook-static/',
      'coverage/',
      '.cache/',
      '.tongban/',
      'test-results/',
      'demo/**/*.js',
      'packages/realms/',
    ],
  },
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  {
    name: 'every file',
    files: ['**/*.{ts,mjs}'],
    plugins: {tongban},
    rules: {
      'tongban/file-names': 'error',
      'tongban/imports-point-down': 'error',
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', {selector: 'ExportDefaultDeclaration', message: 'Name what you export.'}],
    },
  },
  {
    name: 'TypeScript',
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true},
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
    },
  },
  {
    name: 'elements',
    files: withElements,
    extends: [lit['flat/recommended'], litA11y.configs.recommended],
    rules: {
      'tongban/element-styles': 'error',
      '@typescript-eslint/unbound-method': 'off', // Lit binds the listeners in its templates.
    },
  },
  {
    name: 'Chromium 86',
    files: inOldBrowsers,
    plugins: {compat},
    settings: {targets: ['chrome 86'], lintAllEsApis: true},
    rules: {'compat/compat': 'error'},
  },
  {
    name: 'packages say nothing on their own',
    files: ['packages/*/src/**/*.ts'],
    rules: {'no-console': ['error', {allow: ['info', 'warn', 'error']}]},
  },
  {name: 'vault', files: ['packages/vault/src/**/*.ts'], rules: {'tongban/one-transaction': 'error'}},
  {
    name: 'files whose reader wants a default export',
    files: ['*.config.{mjs,ts}', 'test/support/node-reporter.mjs', '.storybook/*.ts', 'stories/**/*.stories.ts'],
    rules: {'no-restricted-syntax': 'off'},
  },
  {
    name: 'what stands in for a port answers promises without waiting',
    files: ['{test,stories}/**/*.ts'],
    rules: {'@typescript-eslint/require-await': 'off'},
  },
  {
    name: 'tests',
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off', // node:test and chai-a11y-axe answer promises that nobody awaits.
      '@typescript-eslint/no-unused-expressions': 'off', // expect(x).to.be.true
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
