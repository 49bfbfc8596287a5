import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { executorFor } from '../../src/execution/index.ts';
import {
  basePoint,
  defineExperiment,
  memoryStore,
  ReplicationError,
  runExperiment,
} from '../../src/experiment/index.ts';
import { experiment, source } from '../fixtures/toy/experiment.ts';
import { model, scenario } from '../fixtures/toy/model.ts';

let started = 0;
const count = (): void => void started++;
beforeEach(() => {
  started = 0;
  process.on('worker', count);
});
afterEach(() => void process.off('worker', count));

async function packedBy(workers: number | undefined): Promise<Float64Array> {
  const executor = executorFor(experiment, { source, workers });
  try {
    const store = memoryStore(experiment);
    const records = await runExperiment({ experiment, executor, store, replications: 20 });
    return records.points[0].packed(0, 20);
  } finally {
    await executor.close();
  }
}

describe('what runs an experiment', () => {
  test('is this thread for one worker, and threads for two, with the same records', async () => {
    const alone = await packedBy(1);
    expect(started).toBe(0);
    expect(await packedBy(2)).toEqual(alone);
    expect(started).toBe(2);
  });

  test('with one worker runs the model that it was given, and never loads the module that is named', async () => {
    const nowhere = { module: 'file:///nowhere/model.ts', export: 'model' };
    const executor = executorFor(experiment, { source: nowhere, workers: 1 });
    const store = memoryStore(experiment);
    const { replications } = await runExperiment({ experiment, executor, store, replications: 2 });
    expect(replications).toBe(2);
  });

  test('with one worker fails as threads do, by point and replication', async () => {
    const failing = defineExperiment({
      model: {
        ...model,
        run: () => {
          throw new Error('no such hall');
        },
      },
      seed: '1',
      points: [basePoint(scenario)],
    });
    const executor = executorFor(failing, { source, workers: 1 });
    const store = memoryStore(failing);
    const run = runExperiment({ experiment: failing, executor, store, replications: 2 });
    await expect(run).rejects.toThrow(ReplicationError);
    await expect(run).rejects.toThrow('replication 0 of point base: no such hall');
  });

  test.each([0, 1.5, 513, NaN])('is refused for %d workers', (workers) => {
    expect(() => executorFor(experiment, { source, workers })).toThrow(`workers: ${workers}, expected`);
  });
});
