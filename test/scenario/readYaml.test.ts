import { describe, expect, test } from 'vitest';
import { formatIssue } from '../../src/scenario/index.ts';
import { readYaml } from '../../src/scenario/readYaml.ts';
import { find, plainValue } from '../../src/scenario/treeNode.ts';

function problems(text: string): string[] {
  return readYaml(text, 'a.yaml').issues.map(formatIssue);
}

describe('a text that is YAML', () => {
  test('becomes plain values, dates staying text', () => {
    const { root } = readYaml('a: 1\nb: [x, 2.5, true, null]\nc: { d: 2026-12-31 }\n', 'a.yaml');
    expect(root && plainValue(root)).toEqual({ a: 1, b: ['x', 2.5, true, null], c: { d: '2026-12-31' } });
  });

  test('knows line and column of every value and key', () => {
    const { root } = readYaml('sites:\n  - name: a\n    power:\n      firm: 120 MW\n', 'a.yaml');
    const found = root && find(root, ['sites', 0, 'power', 'firm']);
    expect(found?.origin).toEqual({ file: 'a.yaml', line: 4, column: 13 });
    expect(found?.key).toEqual({ file: 'a.yaml', line: 4, column: 7 });
  });

  test('repeats what an alias names, with the position of the anchor', () => {
    const { root } = readYaml('a: &x { b: 1 }\nc: *x\n', 'a.yaml');
    expect(root && plainValue(root)).toEqual({ a: { b: 1 }, c: { b: 1 } });
    expect(root && find(root, ['c', 'b']).origin.line).toBe(1);
  });

  test('may be empty', () => {
    expect(plainValue(readYaml('', 'a.yaml').root!)).toBe(null);
  });
});

describe('a text that is refused', () => {
  test('doubled keys, each with its position', () => {
    expect(problems('a: 1\nb: 2\na: 3\n')).toEqual(['a.yaml:3:1: a: the key a is written twice']);
  });

  test('broken YAML', () => {
    expect(problems('a: [1, 2\nb: 3\n')[0]).toMatch(/^a\.yaml:\d+:\d+: /);
  });

  test('two documents', () => {
    expect(problems('a: 1\n---\nb: 2\n')).toEqual(['a.yaml:2:1: expected one YAML document in a file']);
  });

  test('tags of other languages', () => {
    expect(problems('a: !!js/function "x"\n')[0]).toMatch(/^a\.yaml:1:4: /);
    expect(problems('a: !secret x\n')[0]).toMatch(/^a\.yaml:1:4: /);
  });

  test('keys that reach into prototypes, and keys that are no words', () => {
    expect(problems('__proto__: { a: 1 }\n')).toEqual(['a.yaml:1:1: key: __proto__, expected a word']);
    expect(problems('? [a, b]\n: 1\n')).toEqual(['a.yaml:1:3: key: a list or a map, expected a word']);
  });

  test('an alias without anchor, before its anchor, or inside it', () => {
    for (const text of ['a: *x\n', 'a: *x\nb: &x 1\n', 'a: &x [*x]\n']) {
      expect(problems(text).join()).toContain(
        'alias: *x, expected the name of an anchor that is written before',
      );
    }
  });
});

describe('a hostile text ends in an issue', () => {
  test('aliases of aliases of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) {
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    }
    expect(problems(lines.join('\n'))).toEqual([expect.stringMatching(/more than 50000 values$/)]);
  });

  test('too many aliases', () => {
    const text = `a: &x 1\nb: [${Array.from({ length: 2000 }, () => '*x').join(', ')}]\n`;
    expect(problems(text)).toEqual([expect.stringMatching(/more than 1000 aliases$/)]);
  });

  test.each([
    ['lists', '['.repeat(100_000)],
    ['maps', '{'.repeat(100_000)],
    ['block lists', `${'- '.repeat(100_000)}x`],
    ['explicit keys', `${'? '.repeat(100_000)}x`],
  ])('a hundred thousand %s inside each other', (_, text) => {
    expect(problems(text)).toEqual(['a.yaml:1:1: nested deeper than 48 levels']);
  });

  test('ten million characters', () => {
    expect(problems('a'.repeat(10_000_000))).toEqual([
      'a.yaml:1:1: 10000000 characters, expected at most 1000000',
    ]);
  });

  test('twenty thousand keys are read without comparing each with each', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(readYaml(text, 'a.yaml').issues).toEqual([]);
  });

  test('half a million values', () => {
    expect(problems(`[${'1,'.repeat(490_000)}]`)).toEqual(['a.yaml:1:1: more than 50000 values']);
  });

  test('more issues than anyone reads', () => {
    const text = Array.from({ length: 1000 }, () => 'a: *x').join('\n');
    expect(problems(text)).toHaveLength(100);
  });
});
