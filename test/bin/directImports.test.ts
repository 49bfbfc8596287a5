import { join } from 'node:path';
import { expect, test } from 'vitest';
import { directImports } from '../../bin/directImports.js';
import { ROOT } from './checkout.ts';

const path = join(ROOT, 'src/app/x.ts');

test('a name from the door of a room comes from its file, with as many lines as before', () => {
  const text = `import {
  InputError,
  type Model,
  sha256 as hash,
} from '../experiment/index.ts';
export { wilson } from '../statistics/index.ts';`;
  expect(directImports(text, path).split('\n')).toEqual([
    `import { InputError } from '../experiment/inputError.ts'; import { sha256 as hash } from '../experiment/experiment.ts';`,
    '',
    '',
    '',
    '',
    `export { wilson } from '../statistics/wilson.ts';`,
  ]);
});

test('imports of types alone, of packages and of files stay', () => {
  const text = `import type { Model } from '../experiment/index.ts';
import { join } from 'node:path';
import { settingPair } from './vary.ts';`;
  expect(directImports(text, path)).toBe(text);
});

test('a name that the door does not pass on stays with the door, for the builder to refuse', () => {
  const text = `import { nothing } from '../experiment/index.ts';`;
  expect(directImports(text, path)).toBe(text);
});
