import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { loadScenario, nameReference, nameText, power } from '../../src/scenario/index.ts';
import { issuesOf, load } from './load.ts';

const schema = z.strictObject({
  sites: z
    .array(
      z.strictObject({
        name: nameText(),
        power: power().optional(),
        halls: z.array(z.strictObject({ name: nameText(), power: power() })).optional(),
      }),
    )
    .optional(),
});
const base = 'sites:\n  - { name: a, power: 1 MW }\n  - { name: b, power: 2 MW }\n';

describe('a name that a list holds twice', () => {
  test('is refused with both positions, in the file and in an overlay, before merging could swallow one', () => {
    const twice = 'sites:\n  - { name: a, power: 1 MW }\n  - { name: a, power: 2 MW }\n';
    const issue = '3:13: sites[1].name: expected a name of its own, got "a" again, first at';
    expect(issuesOf({ files: { 'x.yaml': twice }, schema })).toEqual([`x.yaml:${issue} x.yaml:2:13`]);
    expect(
      issuesOf({
        files: { 'over.yaml': 'extends: x.yaml\nsites: [{ name: b }]\n', 'x.yaml': twice },
        schema,
      }),
    ).toEqual([`x.yaml:${issue} x.yaml:2:13`]);
    expect(issuesOf({ files: { 'over.yaml': `extends: x.yaml\n${twice}`, 'x.yaml': base }, schema })).toEqual(
      [`over.yaml:4:13: ${issue.slice(6)} over.yaml:3:13`],
    );
  });

  test('is refused in lists within lists, where the halls of one site would become one', () => {
    const halls =
      'sites:\n  - name: a\n    halls:\n      - { name: hall, power: 1 MW }\n      - { name: hall, power: 2 MW }\n';
    expect(issuesOf({ files: { 'x.yaml': halls }, schema })).toEqual([
      'x.yaml:5:17: sites[0].halls[1].name: expected a name of its own, got "hall" again, first at x.yaml:4:17',
    ]);
  });

  test('is refused when a setting makes it, or another encoding of the same accent hides it', () => {
    expect(issuesOf({ files: { 'x.yaml': base }, schema, settings: { 'sites.b.name': 'a' } })).toEqual([
      'settings: sites[1].name: expected a name of its own, got "a" again, first at x.yaml:2:13',
    ]);
    const accents = 'sites:\n  - { name: "caf\\u00e9" }\n  - { name: "cafe\\u0301" }\n';
    expect(issuesOf({ files: { 'x.yaml': accents }, schema })[0]).toContain('again, first at x.yaml:2:13');
  });

  test('is refused in a scenario built in TypeScript, by path', () => {
    const tree = { sites: [{ name: 'a' }, { name: 'a' }] };
    expect(() => loadScenario({ source: { name: 'tree', tree }, schema, catalog: () => undefined })).toThrow(
      'tree: sites[1].name: expected a name of its own, got "a" again, first at sites[0]',
    );
  });
});

describe('removal', () => {
  const over = (sites: string): Record<string, string> => ({
    'over.yaml': `extends: x.yaml\nsites:\n${sites}`,
    'x.yaml': base,
  });

  test.each([
    ['  - { name: a, remove: yes }\n', 'over.yaml:3:24: sites[0].remove: expected true, got "yes"'],
    ['  - { name: a, remove: false }\n', 'over.yaml:3:24: sites[0].remove: expected true, got false'],
    ['  - { name: c, remove: yes }\n', 'over.yaml:3:24: sites[2].remove: expected true, got "yes"'],
    [
      '  - { name: a, remove: true, power: 3 MW }\n',
      'over.yaml:3:16: sites.a.remove: expected name and remove alone, got further keys',
    ],
  ])('%s says what is wrong', (sites, issue) => {
    expect(issuesOf({ files: over(sites), schema })[0]).toBe(issue);
  });

  test('of a list that no base has is refused', () => {
    const files = { 'over.yaml': 'extends: x.yaml\nsites: [{ name: a, remove: true }]\n', 'x.yaml': '{}\n' };
    expect(issuesOf({ files, schema })[0]).toContain(
      'expected an item that this file inherits, got "a", which it does not',
    );
  });

  test('may be followed by the same name anew, which then inherits nothing', () => {
    const { scenario } = load({ files: over('  - { name: a, remove: true }\n  - { name: a }\n'), schema });
    expect(scenario.sites).toEqual([{ name: 'b', power: 2 }, { name: 'a' }]);
  });
});

test('an empty list in an overlay is an empty list', () => {
  const files = { 'over.yaml': 'extends: x.yaml\nsites: []\n', 'x.yaml': base };
  expect(load({ files, schema }).scenario.sites).toEqual([]);
});

describe('texts', () => {
  const problem = (name: unknown): string | undefined => nameText().safeParse(name).error?.issues[0]?.message;

  test.each([
    ['NUL', 'a\u0000b'],
    ['ESC', '\u001b[31mred'],
    ['a line end', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['a mark from right to left', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a space without width', 'a\u200bb'],
    ['a byte order mark', '\ufeffa'],
    ['half a character', 'a\ud800'],
    ['a tab', 'a\tb'],
  ])('with %s are refused', (_, name) => {
    expect(problem(name)).toBe('expected printable text, got a control character or a mark of direction');
  });

  test.each(['=HYPERLINK("http://x")', '+cmd', '-1', '@SUM(A1)', '＝1+1'])('%s is no name', (name) => {
    expect(problem(name)).toContain('expected a name that does not begin with');
  });

  test.each([' a', 'a ', '\u00a0a'])('%j has a space at an end', (name) => {
    expect(problem(name)).toContain('expected a name without blanks around it');
  });

  test.each(['east-1', '東京', 'São Paulo', 'hall 1', 'Ñ', '𝔊 1', 'a.b', "d'Or"])('%s is a name', (name) => {
    expect(problem(name)).toBeUndefined();
  });
});

describe('names that read the same', () => {
  const composed = 'caf\u00e9 1';
  const apart = 'cafe\u0301\u00a01';

  test('come out the same, and so do references to them', () => {
    expect([composed, apart].map((name) => nameText().parse(name))).toEqual([composed, composed]);
    expect(nameReference().parse(apart)).toBe(composed);
  });

  test('are one item in an overlay, in a removal and in a setting', () => {
    const files = (over: string): Record<string, string> => ({
      'over.yaml': `extends: x.yaml\nsites: [${over}]\n`,
      'x.yaml': `sites: [{ name: "${composed}", power: 1 MW }, { name: b }]\n`,
    });
    const sites = (over: string, settings = {}): unknown =>
      load({ files: files(over), schema, settings }).scenario.sites;
    expect(sites(`{ name: "${apart}", power: 3 MW }`)).toEqual([{ name: composed, power: 3 }, { name: 'b' }]);
    expect(sites(`{ name: "${apart}", remove: true }`)).toEqual([{ name: 'b' }]);
    expect(sites('{ name: b }', { [`sites.${apart}.power`]: '4 MW' })).toEqual([
      { name: composed, power: 4 },
      { name: 'b' },
    ]);
  });
});

test.each(['\uFFFE', 'a\uFFFF', '\uFDD0b', '\u{1FFFE}'])(
  '%j is no character that a name could have',
  (name) => {
    expect(nameText().safeParse(name).error?.issues[0]?.message).toMatch(
      /^expected printable text, got U\+[0-9A-F]{4,5}, which is no character$/,
    );
  },
);

test.each([
  ['\u115F', '115F'],
  ['hall\u3164', '3164'],
  ['a\uFFA0b', 'FFA0'],
  ['x\uFE0F', 'FE0F'],
  ['\u{E0100}', 'E0100'],
  ['\u2800', '2800'],
])('a name with what cannot be seen is refused: %j', (name, code) => {
  const found = nameText().safeParse(name);
  expect(found.error?.issues[0]?.message).toBe(
    `expected printable text, got the invisible character U+${code}`,
  );
});
