import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entryBlocks } from '../../src/scenario/entryBlocks.ts';
import { readYaml } from '../../src/scenario/readYaml.ts';
import { openCatalog } from '../../src/scenario/index.ts';

const FOLDER = new URL('../../models/catalog/', import.meta.url);

describe('entryBlocks', () => {
  test.each(readdirSync(FOLDER))(
    '%s: each entry alone is what it is in the whole, at the same places',
    (name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      const { root } = readYaml(text, name);
      if (root?.kind !== 'map') throw new Error(`${name}: no map`);
      const blocks = entryBlocks(text)!;
      expect([...blocks.keys()]).toEqual([...root.entries.keys()]);
      for (const [entry, block] of blocks) {
        const alone = readYaml(block.text, name, undefined, block.line).root;
        if (alone?.kind !== 'map') throw new Error(`${name}: ${entry}: no map`);
        expect(alone.entries.get(entry)).toEqual(root.entries.get(entry));
      }
    },
  );

  test.each([
    ['an anchor', 'a: \n  id: &x A\nb:\n  id: *x\n'],
    ['a value in the line of its key', 'a: { id: A }\n'],
    ['a key twice', 'a:\n  id: A\na:\n  id: B\n'],
    ['a document mark', '---\na:\n  id: A\n'],
    ['a text that goes on at the margin', 'a:\n  id: "A\nB"\n'],
    ['something before the first key', '  x: 1\na:\n  id: A\n'],
  ])('leaves %s to a reading of the whole', (_, text) => {
    expect(entryBlocks(text)).toBeUndefined();
  });

  test('an entry is found whatever is wrong with its neighbour, and the neighbour is told of', () => {
    const entry = (value: string): string =>
      `  id: X\n  quantity: q\n  value: ${value}\n  asOf: 2026-01\n  source: s\n  confidence: high\n  basis: fact\n  role: input\n`;
    const catalog = openCatalog(() => `good:\n${entry('3 weeks')}bad:\n${entry('"3 weeks')}`);
    expect(catalog.look('room.good').kind).toBe('found');
    expect(catalog.look('room.bad')).toMatchObject({ kind: 'broken' });
  });
});
