import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { basePoint, defineExperiment, openDiskStore } from '../../src/experiment/index.ts';
import type { Column } from '../../src/record/index.ts';
import { declaring } from '../fixtures/toy/records.ts';

const column = (name: string, kind: Column['kind']): Column => ({ name, kind, unit: '', description: '' });
const model = declaring({
  startDate: '2026-01-01',
  horizonDays: 10,
  gridDays: [1, 2],
  columns: [column('a', 'scalar'), column('m', 'milestone'), column('s', 'series')],
});
const experiment = defineExperiment({
  model,
  seed: '1',
  points: [basePoint({}, 'base'), basePoint({}, 'a/b')],
});
const packed = (from: number, to: number): Float64Array => {
  const numbers = Array.from({ length: to - from }, (_, row) => [
    from + row,
    Infinity,
    (from + row) * 10,
    -0,
  ]);
  return Float64Array.from(numbers.flat());
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const blockPath = (name: string): string => join(folder, 'point-base', name);

describe('records on disk', () => {
  test('are read back by column, in parts of any length and whole, over blocks and across a reopening', () => {
    const { store } = openDiskStore({ folder, experiment });
    for (const [from, to] of [
      [3, 5],
      [0, 3],
    ]) {
      for (const point of ['base', 'a/b']) store.write(point, from, packed(from, to));
    }
    for (const reopened of [store, openDiskStore({ folder, experiment }).store]) {
      const point = reopened.records(5).points[1];
      expect([...point.column('a')]).toEqual([0, 1, 2, 3, 4]);
      expect([...point.column('s')]).toEqual([0, -0, 10, -0, 20, -0, 30, -0, 40, -0]);
      for (const length of [1, 2, 3, 4, 5, 6]) {
        const parts = [...point.parts(['m', 'a'], length)];
        expect(parts).toHaveLength(Math.ceil(5 / length));
        expect(parts.flatMap(([, a]) => [...a])).toEqual([0, 1, 2, 3, 4]);
        expect(parts.flatMap(([m]) => [...m])).toEqual([0, 1, 2, 3, 4].fill(Infinity));
      }
      expect(point.packed(2, 4)).toEqual(packed(2, 4));
    }
  });

  test('of more replications than asked for are cut, and overlapping blocks count once', () => {
    const { store } = openDiskStore({ folder, experiment });
    for (const point of ['base', 'a/b']) {
      store.write(point, 0, packed(0, 4));
      store.write(point, 2, packed(2, 8));
    }
    expect([...store.records(5).points[0].column('a')]).toEqual([0, 1, 2, 3, 4]);
    expect([...store.records(8).points[0].column('a')]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(store.missing('base', 10)).toEqual([{ from: 8, to: 10 }]);
  });

  test('open in Arrow tools, a series as a list a row', () => {
    const { store } = openDiskStore({ folder, experiment });
    store.write('base', 7, packed(7, 9));
    const table = tableFromIPC(readFileSync(blockPath('block-7-9.arrow')));
    expect(table.schema.fields.map((field) => `${field.name}: ${String(field.type)}`)).toEqual([
      'replication: Int32',
      'a: Float64',
      'm: Float64',
      's: FixedSizeList[2]<Float64>',
    ]);
    expect([...(table.getChild('replication') ?? [])]).toEqual([7, 8]);
    expect(table.getChild('s')?.get(1)?.toArray()).toEqual(Float64Array.of(80, -0));
  });

  test('say what is missing', () => {
    const { store } = openDiskStore({ folder, experiment });
    store.write('base', 2, packed(2, 4));
    expect(store.missing('base', 6)).toEqual([
      { from: 0, to: 2 },
      { from: 4, to: 6 },
    ]);
    expect(store.missing('base', 3)).toEqual([{ from: 0, to: 2 }]);
    expect(() => store.records(4)).toThrow('point base: replications 0 to 1 missing');
  });

  test.each([
    ['torn', (path: string) => truncateSync(path, 500)],
    ['empty', (path: string) => truncateSync(path, 0)],
    [
      'changed in one bit of one number',
      (path: string) => {
        const bytes = readFileSync(path);
        const at = bytes.indexOf(Buffer.from(Float64Array.of(20).buffer));
        bytes[at] ^= 1;
        writeFileSync(path, bytes);
      },
    ],
    [
      'of another replication',
      (path: string) => writeFileSync(path, readFileSync(blockPath('block-3-5.arrow'))),
    ],
  ])('drop a block that is %s, and say so', (_name, damage) => {
    const { store } = openDiskStore({ folder, experiment });
    store.write('base', 0, packed(0, 3));
    store.write('base', 3, packed(3, 5));
    damage(blockPath('block-0-3.arrow'));
    const again = openDiskStore({ folder, experiment });
    expect(again.found).toEqual({ replications: 2, dropped: [blockPath('block-0-3.arrow')] });
    expect(again.store.missing('base', 5)).toEqual([{ from: 0, to: 3 }]);
    expect(readdirSync(join(folder, 'point-base'))).toEqual(['block-3-5.arrow']);
  });

  test('drop what an interrupted write left', () => {
    openDiskStore({ folder, experiment });
    writeFileSync(blockPath('block-0-3.arrow.99.unfinished'), 'half');
    expect(openDiskStore({ folder, experiment }).found.dropped).toHaveLength(1);
    expect(readdirSync(join(folder, 'point-base'))).toEqual([]);
  });

  test('refuse another experiment, saying what differs, until asked to remove the old', () => {
    const { store } = openDiskStore({ folder, experiment });
    store.write('base', 0, packed(0, 3));
    const other = defineExperiment({
      model,
      seed: '2',
      points: experiment.points.map((p) => basePoint({}, p.name)),
    });
    expect(() => openDiskStore({ folder, experiment: other })).toThrow(
      /holds another experiment \(not the same: seed\); run with --fresh/,
    );
    expect(openDiskStore({ folder, experiment }).found.replications).toBe(3);
    expect(openDiskStore({ folder, experiment: other, fresh: true }).found.replications).toBe(0);
  });

  test('refuse the records of another Node major version', () => {
    openDiskStore({ folder, experiment });
    writeFileSync(join(folder, 'node-major.txt'), '18\n');
    expect(() => openDiskStore({ folder, experiment })).toThrow(
      /records of Node 18, expected those of Node \d+/,
    );
  });

  test('of some ranges are seen alone, with what is damaged in them', () => {
    const { store } = openDiskStore({ folder, experiment });
    for (const from of [0, 3, 6]) store.write('base', from, packed(from, from + 3));
    for (const name of ['block-0-3.arrow', 'block-3-6.arrow']) truncateSync(blockPath(name), 100);
    const part = openDiskStore({ folder, experiment, ranges: [[{ from: 4, to: 8 }], []] });
    expect(part.found).toEqual({ replications: 3, dropped: [blockPath('block-3-6.arrow')] });
    expect(part.store.missing('base', 8)).toEqual([{ from: 0, to: 6 }]);
    expect(readdirSync(join(folder, 'point-base'))).toEqual(['block-0-3.arrow', 'block-6-9.arrow']);
  });

  test('of some ranges are refused where one is of another experiment, and it stays', () => {
    const other = defineExperiment({ model, seed: '2', points: [basePoint({}, 'base')] });
    const elsewhere = openDiskStore({ folder: join(folder, 'other'), experiment: other });
    elsewhere.store.write('base', 0, packed(0, 3));
    openDiskStore({ folder, experiment });
    writeFileSync(
      blockPath('block-0-3.arrow'),
      readFileSync(join(folder, 'other', 'point-base', 'block-0-3.arrow')),
    );
    const open = (): unknown => openDiskStore({ folder, experiment, ranges: [[{ from: 0, to: 1 }], []] });
    expect(open).toThrow(/block-0-3\.arrow: a block of another experiment or another Node/);
    expect(open).toThrow(/block-0-3/);
  });

  test('name the package and the Node that made them', () => {
    const { store } = openDiskStore({ folder, experiment });
    store.write('base', 0, packed(0, 1));
    const { metadata } = tableFromIPC(readFileSync(blockPath('block-0-1.arrow'))).schema;
    expect(metadata.get('gigaramp')).toMatch(/^\d+\.\d+\.\d+/);
    expect(metadata.get('node')).toBe(process.versions.node.split('.')[0]);
  });
});
