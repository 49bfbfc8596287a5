import { describe, expect, test } from 'vitest';
import {
  basePoint,
  defineExperiment,
  InputError,
  Interrupted,
  memoryStore,
  replay,
  ReplicationError,
  runExperiment,
  runUntil,
  type Chunk,
  type Executor,
} from '../../src/experiment/index.ts';
import { inline } from '../../src/execution/index.ts';
import { model, scenario, type ToyScenario } from '../fixtures/toy/model.ts';

const experiment = defineExperiment({
  model,
  seed: '1',
  points: [basePoint(scenario, 'few'), basePoint({ ...scenario, lines: 9 }, 'many')],
});

/** Counts the replications that are run, and may stop early as an executor may. */
function counting(
  inner: Executor<ToyScenario>,
  longest = Infinity,
): Executor<ToyScenario> & { ran: () => number } {
  const chunks: Chunk<ToyScenario>[] = [];
  return {
    ...inner,
    workers: 2,
    ran: () => chunks.reduce((sum, { from, to }) => sum + to - from, 0),
    run: (chunk) => {
      const short = { ...chunk, to: Math.min(chunk.to, chunk.from + longest) };
      chunks.push(short);
      return inner.run(short);
    },
  };
}

describe('running an experiment', () => {
  test('gives the same records for chunks of any length', async () => {
    const all = await Promise.all(
      [Infinity, 1, 2].map(async (longest) => {
        const executor = counting(inline(model), longest);
        const records = await runExperiment({
          experiment,
          executor,
          store: memoryStore(experiment),
          replications: 50,
        });
        return records.points.map((point) => [...point.packed(0, 50)]);
      }),
    );
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
  });

  test('runs nothing twice when asked for more', async () => {
    const store = memoryStore(experiment);
    const executor = counting(inline(model));
    await runExperiment({ experiment, executor, store, replications: 20 });
    expect(executor.ran()).toBe(40);
    const more = await runExperiment({ experiment, executor, store, replications: 30 });
    expect(executor.ran()).toBe(60);
    const fresh = await runExperiment({
      experiment,
      executor,
      store: memoryStore(experiment),
      replications: 30,
    });
    expect(more.points[1].column('done')).toEqual(fresh.points[1].column('done'));
  });

  test('gives the first so many when asked for fewer', async () => {
    const store = memoryStore(experiment);
    await runExperiment({ experiment, executor: inline(model), store, replications: 20 });
    const fewer = await runExperiment({ experiment, executor: inline(model), store, replications: 7 });
    expect(fewer.points[0].column('first')).toHaveLength(7);
  });

  test('tells how far it is', async () => {
    const store = memoryStore(experiment);
    await runExperiment({ experiment, executor: inline(model), store, replications: 5 });
    const seen: string[] = [];
    await runExperiment({
      experiment,
      executor: inline(model),
      store,
      replications: 10,
      onProgress: ({ done, total, found }) => seen.push(`${done}/${total}/${found}`),
    });
    expect(seen[0]).toBe('10/20/10');
    expect(seen.at(-1)).toBe('20/20/10');
  });

  test('that is stopped keeps what was finished, and resumes to the same records', async () => {
    const store = memoryStore(experiment);
    const controller = new AbortController();
    const run = runExperiment({
      experiment,
      executor: inline(model),
      store,
      replications: 100,
      signal: controller.signal,
      onProgress: ({ done }) => done >= 40 && controller.abort(),
    });
    await expect(run).rejects.toBeInstanceOf(Interrupted);
    const executor = counting(inline(model));
    const records = await runExperiment({ experiment, executor, store, replications: 100 });
    expect(executor.ran()).toBeLessThanOrEqual(160);
    const whole = await runExperiment({
      experiment,
      executor: inline(model),
      store: memoryStore(experiment),
      replications: 100,
    });
    expect(records.points[1].packed(0, 100)).toEqual(whole.points[1].packed(0, 100));
  });

  test('names the replication and point in which the model failed, the first one, and keeps the rest', async () => {
    const failing = defineExperiment({
      model,
      seed: '1',
      points: [basePoint(scenario, 'few'), basePoint({ ...scenario, failsBefore: 55 }, 'bad')],
    });
    const store = memoryStore(failing);
    const whole = await runExperiment({
      experiment,
      executor: inline(model),
      store: memoryStore(experiment),
      replications: 60,
    });
    const first = [...whole.points[0].column('first')].findIndex((day) => day < 55);
    const error = await runExperiment({
      experiment: failing,
      executor: counting(inline(model), 3),
      store,
      replications: 60,
    }).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(ReplicationError);
    expect(String(error)).toMatch(new RegExp(`replication ${first} of point bad: first line: day \\d`));
    expect(store.missing('few', 60)).toEqual([]);
  });

  test.each([0, -1, 1.5, NaN, Infinity])('refuses %s replications', async (replications) => {
    const store = memoryStore(experiment);
    const run = runExperiment({ experiment, executor: inline(model), store, replications });
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toThrow(`replications: ${replications}, expected a positive integer`);
  });
});

describe('replaying an experiment', () => {
  test('finds nothing when the model is the same, and the first difference when it is not', async () => {
    const records = await runExperiment({
      experiment,
      executor: inline(model),
      store: memoryStore(experiment),
      replications: 20,
    });
    expect(await replay({ experiment, executor: inline(model), records })).toBeUndefined();
    const first = [...records.points[0].column('first')];
    const changed = {
      ...model,
      run: (...given: Parameters<typeof model.run>) => {
        const outcome = model.run(...given);
        return outcome['first'] === first[13] ? { ...outcome, first: 0 } : outcome;
      },
    };
    expect(await replay({ experiment, executor: inline(changed), records })).toEqual({
      point: 'few',
      replication: 13,
      column: 'first',
      place: 0,
      recorded: first[13],
      replayed: 0,
    });
  });
});

test('a run until something is true is refused what only counts as true, such as a promise or a number', async () => {
  for (const [answer, written] of [
    [1, '1'],
    [Promise.resolve(false), 'a promise'],
  ] as const)
    await expect(
      runUntil({
        experiment,
        executor: inline(model),
        store: memoryStore(experiment),
        replications: 50,
        isPrecise: () => answer as never,
      }),
    ).rejects.toThrow(`until: answered ${written}, expected true or false`);
});
