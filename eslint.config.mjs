/** Lint for the whole workspace; the boundaries are the house's walls (docs/architecture.md). */
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { BOUNDARIES } from './tools/boundaries/boundaries.mjs';
import { houseRules } from './tools/boundaries/house-rules.mjs';

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '**/.angular',
      '**/.nx',
      'var',
      'tmp',
      '**/test-results',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx, house: houseRules },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints: BOUNDARIES,
          // Routes are loaded lazily, and that is all a feature exports; a static import of one would not compile.
          checkDynamicDependenciesExceptions: ['.*'],
        },
      ],
      'house/opens-with-its-room': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 6 }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    // Tests tell whole stories in one function; words and content are long by nature.
    files: [
      '**/*.spec.ts',
      '**/i18n/*.ts',
      'apps/web-e2e/**/*.ts',
      '**/testing/**/*.ts',
      '**/test/**/*.ts',
    ],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['libs/server/platform/src/database/migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['apps/api/src/prepare.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['libs/rules/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // jsep reads the formula of a calculated question (ADR 0012).
              regex: '^(?!\\.|@tap-huan/contract$|jsep$)',
              message: 'rules imports contract only.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'fetch', 'process', 'setTimeout', 'localStorage'],
    },
  },
  {
    files: ['libs/contract/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.|zod$)', message: 'contract imports zod only.' }] },
      ],
    },
  },
  {
    // Only one file reads the environment.
    files: ['apps/**/*.ts', 'libs/server/**/*.ts'],
    ignores: [
      'apps/*/src/main.ts',
      'apps/api/src/prepare.ts',
      '**/testing/**',
      '**/*.spec.ts',
      'apps/web*/**',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Use CONFIG.' },
      ],
    },
  },
  {
    files: ['libs/server/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='forwardRef']",
          message: 'Calls go down, news goes up.',
        },
        {
          selector: 'ExportAllDeclaration',
          message: 'An index names its exports.',
        },
      ],
    },
  },
  {
    files: ['libs/web/**/*.ts', 'apps/web/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: ['th', 'app'], style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': 'off',
      '@angular-eslint/no-input-rename': 'off',
    },
  },
  {
    files: ['libs/web/**/*.html', 'apps/web/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
);
