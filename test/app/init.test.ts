import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rollout } from '../../models/rollout/index.ts';
import { init } from '../../src/app/cli/init.ts';
import { loadScenarioFile, rolloutScenarioModel } from '../../src/app/index.ts';
import { shippedScenarios } from '../../src/app/shippedScenarios.ts';
import { basePoint, defineExperiment, replicate } from '../../src/experiment/index.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { kept } from './kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-init-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shipped = shippedScenarios(rolloutScenarioModel.scenarioFolder!);
const namesOf = (isTemplate: boolean): string[] =>
  shipped.filter((each) => each.isTemplate === isTemplate).map(({ name }) => name);

function load(file: string) {
  return loadScenarioFile({ file, schema: rolloutScenarioModel.schema!, warn: rollout.warnings });
}

/** Days of the milestones in one replication, by name. */
function milestoneDays(scenario: Parameters<typeof rollout.outputs>[0], replication: number): number[] {
  const { points } = defineExperiment({ model: rollout, seed: '1', points: [basePoint(scenario)] });
  const [point] = points;
  const record = replicate(rollout, new Simulation(), point!, '1', replication);
  return point!.layout.fields
    .filter(({ column }) => column.kind === 'milestone')
    .map(({ offset }) => record[offset]!);
}

test('there is a template for a campus, a deal, a market and a beginning', () => {
  expect(namesOf(true)).toEqual(['blank', 'campus', 'deal', 'market']);
});

describe.each(namesOf(true))('the template %s', (template) => {
  const file = join(folder, `${template}.yaml`);

  test('is written with its comments, and is valid at once without a warning', () => {
    const console = kept();
    init(console.console, rolloutScenarioModel, file, { template });
    expect(console.out()).toContain(`gigaramp describe ${file}`);
    expect(readFileSync(file, 'utf8').match(/^\s*#/gm)!.length).toBeGreaterThan(5);
    expect(load(file).warnings).toEqual([]);
  });

  test('says what it simulates: every replication is reached by a milestone, and not by all on the first day', () => {
    const { scenario } = load(file);
    for (const replication of [0, 1, 2, 3]) {
      const days = milestoneDays(scenario, replication);
      expect(Math.min(...days)).toBeGreaterThan(0);
      expect(Math.min(...days)).toBeLessThan(rollout.outputs(scenario).horizonDays);
    }
  });

  test('names every line that is to be changed, and fits a page', () => {
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.length).toBeLessThan(125);
    expect(Math.max(...lines.filter((line) => line.startsWith('#')).map((line) => line.length))).toBeLessThan(
      141,
    );
  });
});

test.each(namesOf(false))('a copy of %s loads wherever it lies, and is the same scenario', (template) => {
  const file = join(folder, `copy-of-${template}.yaml`);
  init(kept().console, rolloutScenarioModel, file, { template });
  const original = join(rolloutScenarioModel.scenarioFolder!, `${template}.yaml`);
  expect(load(file).scenario).toEqual(load(original).scenario);
});

test('a list names all templates and scenarios with a line each, in 80 columns', () => {
  const console = kept();
  init(console.console, rolloutScenarioModel, undefined, { list: true });
  const lines = console.out().split('\n');
  for (const { name, line } of shipped) {
    expect(lines.some((each) => each.startsWith(`  ${name} `))).toBe(true);
    expect(line).not.toBe('');
  }
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('a template that is not there is refused with those that are, and no file is written over', () => {
  expect(() =>
    init(kept().console, rolloutScenarioModel, join(folder, 'x.yaml'), { template: 'capmus' }),
  ).toThrow(
    'template: capmus, expected one of blank, campus, deal, market, or a scenario that init --list names',
  );
  const file = join(folder, 'mine.yaml');
  writeFileSync(file, 'mine');
  expect(() => init(kept().console, rolloutScenarioModel, file, { template: 'blank' })).toThrow(
    'exists already',
  );
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
