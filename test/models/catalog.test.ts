import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import {
  formatIssue,
  loadScenario,
  openCatalog,
  ScenarioError,
  uncertain,
} from '../../src/scenario/index.ts';

const folder = new URL('../../models/catalog/', import.meta.url);
const rooms = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''));
const catalog = openCatalog((room) => readFileSync(new URL(`${room}.yaml`, folder), 'utf8'), { rooms });

test.each(rooms)('every entry of %s has value, unit, date, source, confidence, basis and role', (room) => {
  expect(catalog.check(room).map(formatIssue)).toEqual([]);
  expect(catalog.entries(room).size).toBeGreaterThan(2);
});

const entries = rooms.flatMap((room) =>
  [...catalog.entries(room)].map(([name, entry]) => ({ reference: `${room}.${name}`, entry })),
);

function roleOf(reference: string): string | undefined {
  return entries.find((entry) => entry.reference === reference)?.entry.role;
}

test('composites that hold other entries are checks', () => {
  const composites = [
    'chips.wafer-start-to-dock',
    'chips.dock-to-service',
    'power.substation-total-equipment-held',
    'power.substation-total-open-market',
    'power.substation-complete-to-energized',
    'building.clearing-to-first-block-all',
    'building.clearing-to-first-block-from-2023',
    'building.clearing-to-first-block-from-2024',
    'building.clearing-to-first-block-aws',
    'building.shell-conversion-to-first-block',
    'building.roof-to-operation',
    'building.handover-to-workload',
  ];
  expect(composites.map(roleOf)).toEqual(composites.map(() => 'check'));
});

test('the growth of announced dates is a correction and nothing else', () => {
  expect(roleOf('forecast.announced-remaining-duration-multiplier')).toBe('correction');
});

const closed = entries.filter(({ entry }) => entry.role !== 'input');

test.each(closed)('$reference cannot be an input', ({ reference, entry }) => {
  const load = (): unknown =>
    loadScenario({
      source: { name: 'script', tree: { quantity: `catalog:${reference}` } },
      schema: z.strictObject({ quantity: uncertain('duration') }),
      catalog,
    });
  expect(load).toThrow(ScenarioError);
  expect(load).toThrow(`with role ${entry.role}, which is no input`);
});

test('what rests on a judgement says that it is an assumption', () => {
  const judged = entries.filter(({ entry }) => /^(judgement|assumption)/.test(entry.source));
  expect(judged.length).toBeGreaterThan(20);
  expect(judged.filter(({ entry }) => entry.basis !== 'assumption')).toEqual([]);
});

test('what is recalled only says so', () => {
  const recalled = entries.filter(({ entry }) => /^recalled\b/.test(entry.source));
  expect(recalled.filter(({ entry }) => entry.basis === 'fact')).toEqual([]);
});

test('a fact names where it was found', () => {
  const facts = entries.filter(({ entry }) => entry.basis === 'fact');
  expect(facts.filter(({ entry }) => !/[a-z]/i.test(entry.source))).toEqual([]);
});

test('the same row gives each figure once in a room', () => {
  const seen = entries.map(
    ({ reference, entry }) => `${reference.split('.')[0]} ${entry.id} ${entry.quantity} ${entry.value ?? ''}`,
  );
  expect(new Set(seen).size).toBe(seen.length);
});
