import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import {
  basePoint,
  InputError,
  memoryStore,
  ReplicationError,
  runExperiment,
} from '../../src/experiment/index.ts';
import { inline, loadModel, threads } from '../../src/execution/index.ts';
import { experiment, source } from '../fixtures/toy/experiment.ts';
import { model, scenario, type ToyScenario } from '../fixtures/toy/model.ts';

describe('worker threads', () => {
  test('give the records that one thread gives, for 1, 2 and 4 workers', async () => {
    const replications = 40;
    const store = memoryStore(experiment);
    const alone = await runExperiment({ experiment, executor: inline(model), store, replications });
    for (const workers of [1, 2, 4]) {
      const executor = threads<ToyScenario>({ source, workers });
      try {
        const records = await runExperiment({
          experiment,
          executor,
          store: memoryStore(experiment),
          replications,
        });
        expect(records.points[0].packed(0, replications)).toEqual(alone.points[0].packed(0, replications));
      } finally {
        await executor.close();
      }
    }
  });

  test('are no more than there is work', async () => {
    let started = 0;
    const count = (): void => void started++;
    process.on('worker', count);
    const executor = threads<ToyScenario>({ source, workers: 64 });
    try {
      await runExperiment({ experiment, executor, store: memoryStore(experiment), replications: 3 });
      expect(started).toBeGreaterThan(0);
      expect(started).toBeLessThanOrEqual(3);
    } finally {
      process.off('worker', count);
      await executor.close();
    }
  });

  test('hold no answer once it is given: a long run takes no more memory than a short one', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const executor = threads<ToyScenario>({ source, workers: 1 });
    const answers: WeakRef<Float64Array>[] = [];
    try {
      for (let chunk = 0; chunk < 10; chunk++) {
        const point = experiment.points[0];
        answers.push(
          new WeakRef(await executor.run({ experiment: 'x', point, seed: '1', from: chunk, to: chunk + 1 })),
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      collect();
      await new Promise((resolve) => setTimeout(resolve, 20));
      collect();
      // The last one may still be on the stack.
      expect(answers.slice(0, 8).filter((answer) => answer.deref() !== undefined)).toEqual([]);
    } finally {
      await executor.close();
    }
  });

  test('say in which replication a model failed', async () => {
    const executor = threads<ToyScenario>({ source, workers: 1 });
    const point = basePoint({ ...scenario, failsBefore: 1e6 });
    try {
      const run = executor.run({ experiment: 'x', point, seed: '1', from: 17, to: 20 });
      await expect(run).rejects.toThrow(ReplicationError);
      await expect(run).rejects.toThrow(/^replication 17 of point base: first line: day/);
    } finally {
      await executor.close();
    }
  });

  test('say that a model cannot be loaded', async () => {
    const executor = threads<ToyScenario>({ source: { ...source, export: 'scenario' }, workers: 1 });
    try {
      const run = executor.run({ experiment: 'x', point: basePoint(scenario), seed: '1', from: 0, to: 1 });
      await expect(run).rejects.toThrow(/^model: export "scenario" of file:.*expected a model/);
    } finally {
      await executor.close();
    }
  });

  test.each([0, -1, 1.5, NaN])('refuse to be %s', (workers) => {
    expect(() => threads({ source, workers })).toThrow(InputError);
  });
});

describe('a model by module and export', () => {
  test('is the model', async () => {
    expect(await loadModel(source)).toBe(model);
  });
});
