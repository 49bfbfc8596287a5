import { expect, test } from 'vitest';
import * as gigaramp from '../../src/index.ts';
import { splitCells } from '../../src/notebook/splitCells.ts';
import { snippetsOf } from './snippets.ts';

const [example] = snippetsOf('notebooks.md').filter(({ language }) => language === 'ts');

test('the example of docs/notebooks.md is a notebook of three cells', () => {
  const cells = splitCells(example!.code, 'docs/notebooks.md');
  expect(cells.map(({ kind, title }) => [kind, title])).toEqual([
    ['markdown', ''],
    ['code', 'The run'],
    ['code', ''],
  ]);
});

test('what it imports is there', () => {
  const [, names] = /import \{ (.*) \} from 'gigaramp'/.exec(example!.code) ?? [];
  expect(Object.keys(gigaramp)).toEqual(expect.arrayContaining(names!.split(', ')));
});
