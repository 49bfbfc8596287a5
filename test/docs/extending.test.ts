import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rollout, scenarioSchema } from '../../models/rollout/index.ts';
import { loadScenarioFile } from '../../src/app/index.ts';
import { basePoint, replicate } from '../../src/experiment/index.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { snippetsOf } from './snippets.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-extending-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('docs/extending.md', () => {
  const scenarios = snippetsOf('extending.md').filter(({ language }) => language === 'yaml');

  test('has a scenario for a product and one for a tenant', () => {
    expect(scenarios.map(({ heading }) => heading)).toEqual([
      "A vendor's product, in racks of another size",
      'A second tenant',
    ]);
  });

  test.each(scenarios)('the scenario under "$heading" runs', ({ code, heading }) => {
    const file = join(folder, 'scenario.yaml');
    writeFileSync(file, code);
    const { scenario } = loadScenarioFile({ file, schema: scenarioSchema });
    const record = replicate(rollout, new Simulation(), basePoint(scenario), '1', 0);
    const names = rollout.outputs(scenario).columns.map(({ name }) => name);
    expect(names.includes('B.gpus_8000')).toBe(heading === 'A second tenant');
    expect(record.every((value) => !Number.isNaN(value))).toBe(true);
  });

  test('names files that exist, but for those that the task makes', () => {
    const page = readFileSync(new URL('../../docs/extending.md', import.meta.url), 'utf8');
    const made = new Set(['src/output/unreachedTable.ts', 'test/output/unreachedTable.test.ts']);
    const named = [...page.matchAll(/`((?:src|models|test|docs|experiments)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    );
    expect(named.length).toBeGreaterThan(10);
    for (const path of named)
      if (!made.has(path)) expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
  });
});
