import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { blame } from '../../src/app/blame.ts';
import { precisionLine } from '../../src/app/cli/precisionLine.ts';
import { compare } from '../../src/app/compare.ts';
import { decideBetween } from '../../src/app/decide.ts';
import { orderBy } from '../../src/app/orderBy.ts';
import { reach } from '../../src/app/reach.ts';
import { relax } from '../../src/app/relax.ts';
import { runScenario } from '../../src/app/runScenario.ts';
import type { ScenarioModel } from '../../src/app/scenarioModel.ts';
import { sensitivity } from '../../src/app/sensitivity.ts';
import { sweep } from '../../src/app/sweep.ts';
import { gridDesign } from '../../src/design/index.ts';
import { normalCdf, normalQuantile } from '../../src/random/index.ts';
import type { Estimate } from '../../src/statistics/index.ts';
import { commandLineOf } from '../fixtures/toy/console.ts';
import { csvHashes } from '../fixtures/toy/folder.ts';
import { model, posterior, scenarioSchema, type JobScenario } from '../fixtures/observed/model.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-observed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const scenarioModel: ScenarioModel<JobScenario> = {
  model,
  source: { module: new URL('../fixtures/observed/model.ts', import.meta.url).href, export: 'model' },
  schema: scenarioSchema as ScenarioModel<JobScenario>['schema'],
};

// θ is seen as 1.5 ± 0.5: given that it is N(1.2, 0.2).
const SEEN = [{ progress: 65, deviation: 5 }];
const { mean: THETA, variance: VARIANCE } = posterior({ seen: SEEN });
const DEVIATION = Math.sqrt(40 ** 2 * VARIANCE + 20 ** 2);
const MEAN = 300 + 40 * THETA;

const file = at('seen.yaml');
writeFileSync(file, 'seen:\n  - { progress: 65, deviation: 5 }\n');
const plain = at('plain.yaml');
writeFileSync(plain, 'relief: 0\n');

const options = { scenarioModel, workers: 1, replications: 1500 };
const text = (out: string, name: string): string => readFileSync(join(at(out), name), 'utf8');
const rowsOf = (out: string, table: string): Record<string, string>[] => {
  const [head, ...rows] = text(out, `${table}.csv`).trimEnd().split('\n');
  return rows.map((row) => {
    const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, ''));
    return Object.fromEntries(head!.split(',').map((name, i) => [name, cells[i]!]));
  });
};

/** Within four standard errors, as the half of a 95 % interval is 1.96 of them. */
function near({ estimate, low, high }: Estimate, truth: number): void {
  expect(high! - low!).toBeGreaterThan(0);
  expect(Math.abs(estimate! - truth)).toBeLessThan((4 / 1.96) * ((high! - low!) / 2));
}

describe('a run given what was observed', () => {
  test('has the posterior of its milestone, and says how many replications count', async () => {
    const { records, tables } = await runScenario({ ...options, file, out: at('run') });
    expect(records.replications).toBe(1500);
    const { effective, weights } = records.given!;
    expect(effective).toBeGreaterThan(200);
    expect(effective).toBeLessThan(1500);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1500, 6);
    const rows = rowsOf('run', 'runs');
    expect(Number(rows[7]!['weight'])).toBe(weights[7]);
    expect(tables.map(({ name }) => name)).toContain('observed');
    const [row] = rowsOf('run', 'observed');
    expect(row).toMatchObject({ source: 'survey 1', stated: '65', replications: '1500' });
    expect(Number(row!['stated_high'])).toBeCloseTo(65 + 5 * normalQuantile(0.9), 9);
    const estimate = (stem: string): Estimate => ({
      estimate: Number(row![stem]),
      low: Number(row![`${stem}_low`]),
      high: Number(row![`${stem}_high`]),
    });
    near(estimate('before_p90'), 50 + 10 * normalQuantile(0.9));
    near(estimate('given_p50'), 50 + 10 * THETA);
    near(estimate('given_p90'), 50 + 10 * (THETA + Math.sqrt(VARIANCE) * normalQuantile(0.9)));
  });

  test('gives probabilities, paths, shares and what inputs do by the same weights', () => {
    const due = rowsOf('run', 'readiness').find(({ date }) => date === '2026-10-28')!;
    near(
      {
        estimate: Number(due['p_ready']),
        low: Number(due['p_ready_low']),
        high: Number(due['p_ready_high']),
      },
      normalCdf((301 - MEAN) / DEVIATION),
    );
    const [progress] = rowsOf('run', 'attribution');
    near(
      {
        estimate: Number(progress!['path_days']),
        low: Number(progress!['path_days_low']),
        high: Number(progress!['path_days_high']),
      },
      200 + 40 * THETA,
    );
    const [late] = rowsOf('run', 'binding');
    near(
      {
        estimate: Number(late!['blocked_share'] ?? late!['late_share'] ?? late!['share']),
        low: Number(late!['share_low'] ?? late!['late_share_low']),
        high: Number(late!['share_high'] ?? late!['late_share_high']),
      },
      normalCdf(THETA / Math.sqrt(VARIANCE)),
    );
  });

  test('draws more until enough agree, and no more than that', async () => {
    const phases = new Set<string | undefined>();
    const { records } = await runScenario({
      ...options,
      file,
      replications: 300,
      out: at('more'),
      onProgress: ({ phase }) => phases.add(phase),
    });
    expect(records.replications).toBeGreaterThan(300);
    expect([...phases][0]).toBe('as observed');
    expect([...phases][1]).toMatch(/^as observed, \d+ of 200 effective$/);
    expect(records.given!.effective).toBeGreaterThanOrEqual(200);
    const few = await runScenario({
      ...options,
      file,
      replications: 50,
      settings: { most: 60 },
      out: at('few'),
    });
    expect(few.records.replications).toBe(60);
  });

  test('to a precision draws on until enough agree, however narrow an interval of a few seems', async () => {
    const until = { of: 'median', halfWidth: 100 } as const;
    const { records, precise } = await runScenario({
      ...options,
      file,
      replications: 100_000,
      until,
      out: at('until'),
    });
    expect(precise).toBe(true);
    expect(records.given!.effective).toBeGreaterThanOrEqual(200);
    // The precision alone was there at the first look.
    const capped = await runScenario({ ...options, file, replications: 120, until, out: at('capped') });
    expect(capped.precise).toBe(false);
    expect(precisionLine(capped)[0]).toMatch(
      /^precision not reached after 120 replications \(effectively \d+ given what was observed, fewer than wanted\) and 4 looks/,
    );
  });

  test('in shards: merge says how many more replications are to be run, until the tables are those of one machine', async () => {
    const shard = async (part: string, replications: number): Promise<void> => {
      const words = ['run', file, '-n', String(replications), '-w', '1', '-o', at('parts'), '--shard', part];
      await commandLineOf(scenarioModel, ...words);
    };
    let replications = 300;
    for (let rounds = 0; rounds < 10; rounds++) {
      await shard('0/1', replications);
      const { exitCode, error } = await commandLineOf(scenarioModel, 'merge', at('parts'));
      if (exitCode === 0) break;
      expect(existsSync(join(at('parts'), 'runs.csv'))).toBe(false);
      expect(error).toMatch(/effectively \d+ of \d+ replications given what was observed, expected more/);
      const [, next] = /--replications (\d+) .*--shard 0\/1/.exec(error)!;
      expect(Number(next)).toBeGreaterThan(replications);
      replications = Number(next);
    }
    expect(replications).toBeGreaterThan(300);
    expect(csvHashes(at('parts'))).toEqual(csvHashes(at('more')));
  });

  test('asks for no more effective replications than replications', async () => {
    const { records } = await runScenario({ ...options, file, replications: 20, out: at('twenty') });
    expect(records.given!.effective).toBeGreaterThanOrEqual(20);
    expect(records.replications).toBeLessThan(200);
  });

  test('says on the terminal how many count, and where they are fewer than wanted', async () => {
    const words = ['run', file, '-n', '50', '-w', '1'];
    const enough = await commandLineOf(scenarioModel, ...words, '-o', at('told'));
    expect(enough.out).toMatch(/: \d+ replications \(effectively \d+ given what was observed\), seed 1/);
    const few = await commandLineOf(scenarioModel, ...words, '--set', 'most=51', '-o', at('told few'));
    expect(few.out).toMatch(
      /51 replications \(effectively \d+ given what was observed, fewer than\s+wanted\)/,
    );
  });

  test('is given up as soon as so many that could not have happened show that all that are allowed would not be enough', async () => {
    const impossible = runScenario({
      ...options,
      file,
      replications: 1000,
      settings: { most: 20_000, 'seen.0.progress': 112 },
      out: at('hopeless'),
    });
    // 200 of 20,000 are 1 %: 0.99^1500 is below a millionth, 0.99^1000 is not.
    await expect(impossible).rejects.toThrow('observed: none of 1,500 replications could have happened');
  });

  test('draws no more than a few hundred where all are far from what was observed, however few are asked for', async () => {
    const draw = (progress: number) =>
      runScenario({
        ...options,
        file,
        replications: 20,
        settings: { most: 3000, 'seen.0.progress': progress, 'seen.0.deviation': 1 },
        out: at(`far ${progress}`),
      });
    // Looks at 20, 30, 45 and so on: the first of at least 300 is 342. Draws reach from about 20 to 80.
    await expect(draw(500)).rejects.toThrow(
      /^observed: none of 342 replications could have happened: progress 500 % on 2026-02-20 ± \d+ is out of reach\. The scenario alone gives [\d.]+ to [\d.]+ % on that day$/,
    );
    // Near enough that one of many might: until 20 of 3,000 are out of reach.
    await expect(draw(110)).rejects.toThrow('observed: none of 2,595 replications could have happened');
  });

  test('is refused where nothing could have happened, saying what contradicts what', async () => {
    const impossible = runScenario({
      ...options,
      file,
      replications: 100,
      settings: { most: 200, 'seen.0.progress': 500 },
      out: at('impossible'),
    });
    await expect(impossible).rejects.toThrow(
      /^observed: none of 100 replications could have happened: progress 500 % on 2026-02-20 ± 5 is out of reach\. The scenario alone gives [\d.]+ to [\d.]+ % on that day$/,
    );
    expect(existsSync(join(at('impossible'), 'milestones.csv'))).toBe(false);
    writeFileSync(
      at('two.yaml'),
      'seen:\n  - { progress: 40, deviation: 1 }\n  - { progress: 60, deviation: 1 }\nmost: 200\n',
    );
    await expect(
      runScenario({ ...options, file: at('two.yaml'), replications: 100, out: at('two') }),
    ).rejects.toThrow(
      'observed: none of 100 replications could have happened: progress 40 % on 2026-02-20 ± 1 contradicts progress 60 % on 2026-02-20 ± 1: each alone could have been',
    );
  });

  test('has the same bytes for any number of workers, from shards, and when replayed', async () => {
    const words = ['run', file, '-n', '60', '--set', 'most=60'];
    await commandLineOf(scenarioModel, ...words, '-w', '2', '-o', at('workers'));
    await commandLineOf(scenarioModel, ...words, '-w', '1', '-o', at('worker'));
    expect(csvHashes(at('workers'))).toEqual(csvHashes(at('worker')));
    for (const shard of ['0/2', '1/2'])
      await commandLineOf(scenarioModel, ...words, '--shard', shard, '-w', '1', '-o', at('shards'));
    expect((await commandLineOf(scenarioModel, 'merge', at('shards'))).exitCode).toBe(0);
    expect(csvHashes(at('shards'))).toEqual(csvHashes(at('worker')));
    expect((await commandLineOf(scenarioModel, 'replay', at('worker'))).out).toContain('identical');
  });

  test('reports what was observed, and weighs what it reads from runs.csv', () => {
    const page = text('run', 'report.html');
    expect(page).toContain('progress 65 % on 2026-02-20 ± 5');
    expect(page).toMatch(/1,500 replications \(effectively \d+ given what was observed\)/);
  });
});

describe('counterfactuals take the weights of the scenario as it is', () => {
  test('compare: of the first scenario, whatever the second has observed', async () => {
    const { comparisons, run } = await compare({
      ...options,
      a: { file },
      b: { name: 'relieved', file: plain, settings: { relief: 0.5 } },
      out: at('compare'),
    });
    const done = comparisons.find(({ response }) => response.name === 'done')!;
    near(done.a, MEAN);
    // Of all draws alike the mean difference would be 0.
    near(done.difference, -20 * THETA);
    expect(run.records.points.map(({ name }) => name)).toEqual(['seen', 'relieved']);
    const later = await compare({
      ...options,
      a: { file },
      b: { name: 'later', file, settings: { delay: '7 days' } },
      out: at('later'),
    });
    expect(
      later.comparisons.find(({ response }) => response.name === 'done')!.difference.estimate,
    ).toBeCloseTo(7, 9);
  });

  test('sweep: of the scenario without the factors, which runs beside the points and stands in no table', async () => {
    const rows = gridDesign([{ kind: 'values', name: 'relief', values: [0.5, 1] }]);
    const { records, experiment } = await sweep({ ...options, file, rows, out: at('sweep') });
    expect(experiment.points.map(({ name }) => name)).toEqual(['relief=0.5', 'relief=1', 'as observed']);
    expect(records.points.map(({ name }) => name)).toEqual(['relief=0.5', 'relief=1']);
    const manifest = JSON.parse(text('sweep', 'manifest.json')) as { points: string[] };
    expect(manifest.points).toEqual(['relief=0.5', 'relief=1']);
    const difference = rowsOf('sweep', 'differences').find(({ response }) => response === 'done')!;
    near(
      {
        estimate: Number(difference['difference']),
        low: Number(difference['difference_low']),
        high: Number(difference['difference_high']),
      },
      -20 * THETA,
    );
    expect((await commandLineOf(scenarioModel, 'replay', at('sweep'))).out).toContain('identical');
  });

  test('relax and reach: of the scenario without a step', async () => {
    const relaxations = [{ name: 'relief', settings: { relief: 0.5 } }];
    const { found } = await relax({ ...options, file, relaxations, out: at('relax') });
    near(found.base, MEAN);
    near(found.gains[0]!.days, 20 * THETA);
    const relieved = Math.sqrt(20 ** 2 * VARIANCE + 20 ** 2);
    const chance = normalCdf((301 - 300 - 20 * THETA) / relieved);
    const reached = await reach({
      ...options,
      file,
      relaxations,
      probability: Math.round(chance * 50) / 100,
      out: at('reach'),
    });
    near(reached.usual, normalCdf((301 - MEAN) / DEVIATION));
    near(reached.steps[0]!.chance, chance);
    near(reached.steps[0]!.days, 20 * THETA);
  });

  test('blame: of the coalition in which all is as drawn', async () => {
    const { found } = await blame({ ...options, file, out: at('blame') });
    near(found.asDrawn, MEAN);
    expect(found.atPlan.estimate).toBeCloseTo(300, 9);
    near(found.days.shapley[0]!, 40 * THETA);
    near(found.days.shapley[1]!, 0);
    expect(found.pathDays[0]!.estimate).toBeGreaterThan(200);
  });

  test('decide: of the scenario as it is, of which no policy need be', async () => {
    const { decision, selection, policies, run } = await decideBetween({
      ...options,
      alternatives: [0.25, 0.5].map((relief) => ({ name: `relief ${relief}`, file, settings: { relief } })),
      given: { file },
      by: 'done',
      indifference: 5,
      out: at('decide'),
    });
    expect(policies).toEqual(['relief 0.25', 'relief 0.5']);
    expect(run.experiment.points).toHaveLength(3);
    const [quarter, half] = decision.policies;
    near(quarter!.utility, -(300 + 30 * THETA));
    near(half!.utility, -(300 + 20 * THETA));
    expect(decision.best).toBe(1);
    expect(selection.selected).toBe(1);
    near(decision.lead, 10 * THETA);
  });

  test('order-by: of the orders as usual', async () => {
    const { orders, earliest } = await orderBy({
      ...options,
      file,
      shiftsDays: [-60, 60],
      probability: 0.5,
      out: at('order-by'),
    });
    near(orders[0]!.usualProbability, normalCdf((301 - MEAN) / DEVIATION));
    near(earliest, normalCdf((301 + 60 - MEAN) / DEVIATION));
    expect(orders[0]!.latestShiftDays.estimate).toBe(-60);
  });

  test('sensitivity: morris and tornado; sobol is refused, as nothing is independent any more', async () => {
    const varied = [{ vary: 'relief', range: '0..1' }];
    const { effects } = await sensitivity({
      ...options,
      file,
      method: 'morris',
      varied,
      size: 4,
      responses: ['done'],
      out: at('morris'),
    });
    expect(effects[0]!.factors[0]!.effects.mean.estimate! / (-40 * THETA)).toBeCloseTo(1, 1);
    const { swings } = await sensitivity({
      ...options,
      file,
      method: 'tornado',
      varied: [{ vary: 'relief', values: [0, 0.5] }],
      responses: ['done'],
      out: at('tornado'),
    });
    near(swings.at(-1)!.comparisons[0]!.difference, -20 * THETA);
    await expect(
      sensitivity({ ...options, file, method: 'sobol', varied, responses: ['done'], out: at('sobol') }),
    ).rejects.toThrow('sobol: the scenario has observed totals, given which its inputs are not independent');
  });
});

test('without observed totals nothing of it is there', async () => {
  const { records, experiment } = await runScenario({
    ...options,
    file: plain,
    replications: 30,
    out: at('plain'),
  });
  expect(records.given).toBeUndefined();
  expect(records.points[0]!.weights).toBeUndefined();
  expect(experiment.identity).not.toContain('given');
  expect(text('plain', 'manifest.json')).not.toContain('effective');
  expect(text('plain', 'runs.csv').split('\n')[0]).not.toContain('weight');
  expect(existsSync(join(at('plain'), 'observed.csv'))).toBe(false);
});
