import { describe, expect, test } from 'vitest';
import { CAUSES, rollout, simulateRollout } from '../../../models/rollout/index.ts';
import { milestoneNames } from '../../../models/rollout/outputs.ts';
import { rolloutRecord } from '../../../models/rollout/record.ts';
import { Simulation } from '../../../src/kernel/index.ts';
import { Streams } from '../../../src/random/index.ts';
import { shippedScenario } from './shippedScenario.ts';

const { scenario } = shippedScenario('openai-aws-38b');
const simulation = new Simulation();
const streams = new Streams({ seed: 'attribution' });

describe('days on the driving path by cause', () => {
  test.each([0, 1, 2, 3, 4, 5])('sum to each milestone with === in replication %i', (replication) => {
    streams.begin(replication);
    const record = rolloutRecord(simulateRollout(simulation, scenario, streams));
    for (const milestone of milestoneNames(scenario)) {
      const sum = CAUSES.reduce(
        (days, cause) => days + (record[`path_days:${milestone}:${cause}`] as number),
        0,
      );
      expect(sum).toBe(record[milestone]);
    }
  });

  test('are declared for every milestone and cause', () => {
    const declared = rollout.outputs(scenario).columns.filter(({ table }) => table === 'attribution');
    expect(declared).toHaveLength(milestoneNames(scenario).length * CAUSES.length);
  });
});
