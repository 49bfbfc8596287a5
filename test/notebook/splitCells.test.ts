import { describe, expect, test } from 'vitest';
import { markedScript } from '../../src/notebook/markedScript.ts';
import { splitCells } from '../../src/notebook/splitCells.ts';

const split = (...lines: string[]) => splitCells(lines.join('\n'), 'a.ts');

describe('a script is split', () => {
  test('at lines that begin with // %%, with titles, lines and Markdown without its comment marks', () => {
    const cells = split(
      `const a = 1;`,
      ``,
      `// %% [markdown] words`,
      `// # Head`,
      `//`,
      `//   indented`,
      `// %%   Numbers`,
      ``,
      `const b = a;`,
      ``,
    );
    expect(cells).toEqual([
      { kind: 'code', title: '', text: 'const a = 1;', line: 1, markerLine: undefined },
      { kind: 'markdown', title: 'words', text: '# Head\n\n  indented', line: 4, markerLine: 3 },
      { kind: 'code', title: 'Numbers', text: 'const b = a;', line: 9, markerLine: 7 },
    ]);
  });

  test('into one cell of code when it has no such line', () => {
    expect(split('const a = 1;', 'console.log(a);')).toMatchObject([{ kind: 'code', line: 1 }]);
  });

  test('without its first line where that names an interpreter, and without empty cells', () => {
    const cells = split('#!/usr/bin/env tsx', '// %%', '', '// %%', 'const a = 1;');
    expect(cells).toMatchObject([{ text: 'const a = 1;', line: 5 }]);
  });

  test('not at a marker within a template, a block comment or a line that is indented', () => {
    const cells = split('const a = `', '// %%', '`;', '/*', '// %%', '*/', 'if (a) {', '  // %%', '}');
    expect(cells).toHaveLength(1);
  });

  test('with imports wherever they stand', () => {
    expect(split('// %%', 'join();', '// %%', `import { join } from 'node:path';`)).toHaveLength(2);
  });
});

describe('a script is refused', () => {
  test.for([
    ['that does not parse', ['const a = 1;', 'const b = ;'], 'a.ts:2: Unexpected ";"'],
    [
      'with a function that goes on in the next cell',
      ['// %%', 'function f() {', '// %%', '  return 1;', '}'],
      'a.ts:2: a statement is cut in two by a // %% line, expected cells of whole statements',
    ],
    [
      'with an else of its own cell',
      ['if (true) {', '}', '// %%', 'else {', '}'],
      'a.ts:4: a statement is cut in two by a // %% line, expected cells of whole statements',
    ],
    [
      'with code in a Markdown cell',
      ['// %% [markdown]', '// text', 'const a = 1;'],
      'a.ts:3: code in a Markdown cell, expected lines that begin with //',
    ],
    [
      'that has one name twice, in two cells',
      ['const a = 1;', '// %%', 'const a = 2;'],
      'a.ts:3: The symbol "a" has already been declared',
    ],
  ] as const)('%s', ([, lines, message]) => {
    expect(() => split(...lines)).toThrow(message);
  });
});

test('marks take the place of // %% lines, so that no line moves', () => {
  const text = '// %% [markdown]\n// text\n// %%\nconst a = 1;\n// %%\nconst b = 2;';
  const marked = markedScript(text, splitCells(text, 'a.ts')).split('\n');
  expect(marked).toHaveLength(6);
  expect(marked[0]).toBe('// %% [markdown]');
  expect(marked[2]).toMatch(/publish\(1\);$/);
  expect(marked[4]).toMatch(/publish\(2\);$/);
});
