import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { besideFile, extendFiles, type Reader } from '../../src/scenario/extendFiles.ts';
import { power } from '../../src/scenario/index.ts';
import { readYaml, type ReadYaml } from '../../src/scenario/readYaml.ts';
import { plainValue } from '../../src/scenario/treeNode.ts';
import { issuesOf, load } from './load.ts';

const schema = z.strictObject({
  price: z.string().optional(),
  tags: z.array(z.string()).optional(),
  sites: z
    .array(
      z.strictObject({
        name: z.string(),
        power: z.strictObject({ firm: power(), backup: power().optional() }),
        kind: z.string().optional(),
      }),
    )
    .optional(),
});

test.each([
  ['a/b/c.yaml', '../d.yaml', 'a/d.yaml'],
  ['a.yaml', './b.yaml', 'b.yaml'],
  ['a.yaml', '../b.yaml', '../b.yaml'],
  ['/a/b.yaml', 'c/d.yaml', '/a/c/d.yaml'],
  ['../x/a.yaml', '../../b.yaml', '../../b.yaml'],
])('from %s, %s is %s', (file, relative, expected) => {
  expect(besideFile(file, relative)).toBe(expected);
});

describe('extends', () => {
  test('merges maps key by key and lists of named items by name, other lists whole', () => {
    const files = {
      'over.yaml':
        'extends: base.yaml\ntags: [new]\nsites:\n  - name: b\n    power: { firm: 9 MW }\n  - name: c\n    power: { firm: 3 MW }\n',
      'base.yaml':
        'price: low\ntags: [x, y]\nsites:\n  - { name: a, power: { firm: 1 MW } }\n  - { name: b, power: { firm: 2 MW, backup: 1 MW }, kind: shell }\n',
    };
    expect(load({ files, schema }).scenario).toEqual({
      price: 'low',
      tags: ['new'],
      sites: [
        { name: 'a', power: { firm: 1 } },
        { name: 'b', power: { firm: 9, backup: 1 }, kind: 'shell' },
        { name: 'c', power: { firm: 3 } },
      ],
    });
  });

  test('takes several files, later over earlier, and files that extend files', () => {
    const files = {
      'x/top.yaml': 'extends: [one.yaml, ../two.yaml]\n',
      'x/one.yaml': 'extends: ../root.yaml\nprice: one\n',
      'two.yaml': 'tags: [two]\n',
      'root.yaml': 'price: root\ntags: [root]\n',
    };
    const loaded = load({ files, schema });
    expect(loaded.scenario).toEqual({ price: 'one', tags: ['two'] });
    expect(loaded.files.map(({ path }) => path)).toEqual([
      'x/top.yaml',
      'x/one.yaml',
      'root.yaml',
      'two.yaml',
    ]);
  });

  test('removes a named item', () => {
    const base = 'sites:\n  - { name: a, power: { firm: 1 MW } }\n  - { name: b, power: { firm: 2 MW } }\n';
    const files = {
      'over.yaml': 'extends: base.yaml\nsites: [{ name: a, remove: true }]\n',
      'base.yaml': base,
    };
    expect(load({ files, schema }).scenario.sites?.map(({ name }) => name)).toEqual(['b']);
    expect(
      issuesOf({
        files: { ...files, 'over.yaml': 'extends: base.yaml\nsites: [{ name: bb, remove: true }]\n' },
        schema,
      }),
    ).toEqual(['over.yaml:2:9: sites: name: bb, nothing to remove, did you mean b?']);
  });

  test('puts an error where the offending value was written', () => {
    const files = {
      'over.yaml': 'extends: base.yaml\nsites:\n  - name: b\n    power: { firm: 120 }\n',
      'base.yaml': 'sites:\n  - name: a\n    power:\n      firm: 3\n  - name: b\n    power: { firm: 2 MW }\n',
    };
    expect(issuesOf({ files, schema })).toEqual([
      'base.yaml:4:13: sites[0].power.firm: expected a power such as "120 MW", got "3"',
      'over.yaml:4:20: sites[1].power.firm: expected a power such as "120 MW", got "120"',
    ]);
  });

  test('names a cycle, a missing file and a path that is not relative, with positions', () => {
    expect(
      issuesOf({ files: { 'a.yaml': 'extends: b.yaml\n', 'b.yaml': '\nextends: [a.yaml]\n' }, schema }),
    ).toEqual(['b.yaml:2:11: extends: cycle: a.yaml → b.yaml → a.yaml']);
    expect(issuesOf({ files: { 'a.yaml': 'extends: a.yaml\n' }, schema })).toEqual([
      'a.yaml:1:10: extends: cycle: a.yaml → a.yaml',
    ]);
    expect(issuesOf({ files: { 'a.yaml': 'price: x\nextends: none.yaml\n' }, schema })).toEqual([
      'a.yaml:2:10: extends: file: none.yaml, expected a file that can be read',
    ]);
    expect(issuesOf({ files: { 'a.yaml': 'extends: /etc/passwd\n' }, schema })).toEqual([
      'a.yaml:1:10: extends: expected a path relative to this file, or gigaramp: and a file of the package, got "/etc/passwd"',
    ]);
    expect(issuesOf({ files: { 'a.yaml': 'extends: { a: 1 }\n' }, schema })).toEqual([
      'a.yaml:1:10: extends: expected the path of a scenario file, or a list of them',
    ]);
  });

  test('ends for a chain or a fan of files without end', () => {
    const chain = (path: string): string => `extends: x${path}\n`;
    const fan = `extends: [${Array.from({ length: 70 }, (_, index) => `${index}/f.yaml`).join(', ')}]\n`;
    const files = (text: (path: string) => string): Record<string, string> =>
      new Proxy({ 'f.yaml': '' }, { get: (_, path) => text(String(path)) });
    expect(issuesOf({ files: files(chain), schema }).join()).toContain(
      'more than 12 files in one line of extends',
    );
    expect(
      issuesOf({ files: files((path) => (path === 'f.yaml' ? fan : 'price: x\n')), schema }).join(),
    ).toContain('more than 64 files in one scenario');
  });

  test('a file that holds no map, or no text, is refused', () => {
    expect(issuesOf({ files: { 'a.yaml': '- 1\n' }, schema })).toEqual([
      'a.yaml:1:1: expected a map, got a list',
    ]);
    expect(issuesOf({ files: { 'a.yaml': '' }, schema })).toEqual([
      'a.yaml:1:1: expected a map, got nothing but a value',
    ]);
    expect(issuesOf({ files: new Proxy({ 'a.yaml': '' }, { get: () => undefined }), schema })).toEqual([
      'a.yaml: expected a file that can be read',
    ]);
  });
});

describe('files that come with the package', () => {
  const shipped: Record<string, string> = {
    'gigaramp:practice/usual.yaml': 'a: 1',
    'gigaramp:scenarios/deal.yaml': 'extends: ../practice/usual.yaml\nb: 2',
  };
  const extended = (extendsLine: string) =>
    extendFiles(
      { file: 'x/mine.yaml' },
      (path) => shipped[path] ?? (path === 'x/mine.yaml' ? `extends: ${extendsLine}\nc: 3` : undefined),
    );

  test('are asked of the loader by their place in it, and those beside them too', () => {
    const { root, files, issues } = extended('gigaramp:scenarios/deal.yaml');
    expect(issues).toEqual([]);
    expect(plainValue(root!)).toEqual({ a: 1, b: 2, c: 3 });
    expect(files.map(({ path }) => path)).toEqual([
      'x/mine.yaml',
      'gigaramp:scenarios/deal.yaml',
      'gigaramp:practice/usual.yaml',
    ]);
  });

  test('are read once by a reader that remembers, and give the same trees', () => {
    const known = new Map<string, ReadYaml>();
    const read: Reader = (text, path, limits) => {
      const found = known.get(path) ?? readYaml(text, path, limits);
      known.set(path, found);
      return found;
    };
    const load = (path: string): string | undefined => shipped[path];
    const trees = [1, 2].map(
      () => extendFiles({ file: 'gigaramp:scenarios/deal.yaml' }, load, { read }).root!,
    );
    expect(known.size).toBe(2);
    expect(trees.map(plainValue)).toEqual([
      { a: 1, b: 2 },
      { a: 1, b: 2 },
    ]);
  });

  test.each(['gigaramp:../package.json', 'gigaramp:/etc/passwd', 'gigaramp:a:b', 'http://x/y', 'gigaramp:'])(
    'but %s leads out of it',
    (path) => {
      expect(extended(`"${path}"`).issues.map(({ message }) => message)).toEqual([
        `expected a path relative to this file, or gigaramp: and a file of the package, got "${path}"`,
      ]);
    },
  );
});
