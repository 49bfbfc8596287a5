import { describe, expect, test } from 'vitest';
import { rollout } from '../../models/rollout/index.ts';
import { answerOf, runResults } from '../../src/answer/index.ts';
import { unfinished } from '../../src/app/cli/unfinished.ts';
import { inline } from '../../src/execution/index.ts';
import { basePoint, defineExperiment, memoryStore, runExperiment } from '../../src/experiment/index.ts';
import { shippedScenario } from '../models/rollout/shippedScenario.ts';

async function shown(settings: Record<string, string>): Promise<string> {
  const { scenario } = shippedScenario('paper-and-pencil', settings);
  const experiment = defineExperiment({ model: rollout, seed: '1', points: [basePoint(scenario)] });
  const records = await runExperiment({
    experiment,
    executor: inline(rollout),
    store: memoryStore(experiment),
    replications: 2,
  });
  return unfinished(answerOf(runResults(records)).unfinished).join('\n');
}

describe('what is unfinished at the horizon', () => {
  test('is nothing when the hand-solved rollout has its year', async () => {
    expect(await shown({})).toMatch(/lacks\n +mean a replication +0\.0 .*\n.* 0\.0 %/);
  });

  test('is the last two lots, in a year that ends on 10 October: one not delivered, one not accepted', async () => {
    // Day 282 is the last: lot 11 docked on day 280 is being installed, lot 12 is finished on day 300.
    const table = await shown({ horizon: '2026-10-10', 'target.by': '2026-10-10', asOf: '2026-01-01' });
    expect(table).toMatch(/lacks\n +mean a replication +20\.0 /);
    expect(table).toMatch(/at the dock\n +mean a replication +0\.0 /);
    expect(table).toMatch(/not in service\n +mean a replication +20\.0 /);
  });
});
