import { describe, expect, test } from 'vitest';
import { simulateRollout } from '../../../models/rollout/index.ts';
import { rolloutRecord } from '../../../models/rollout/record.ts';
import { Simulation } from '../../../src/kernel/index.ts';
import { Streams } from '../../../src/random/index.ts';
import { shippedScenario } from './shippedScenario.ts';

const AGES = ['under 7 days', '7 to 21 days', '21 to 60 days', '60 days and more'];

function record(name: string, replication: number) {
  const streams = new Streams({ seed: 'dwell' });
  streams.begin(replication);
  return rolloutRecord(simulateRollout(new Simulation(), shippedScenario(name).scenario, streams));
}

describe('racks at the dock by age', () => {
  test.each([
    ['paper-and-pencil', 0],
    ['openai-aws-38b', 0],
    ['openai-aws-38b', 3],
  ])('sum over the ages to the racks that wait, at every date of %s, replication %i', (name, replication) => {
    const values = record(name, replication);
    const waiting = [...(values.racks_waiting as Float64Array)];
    const sum = waiting.map((_, i) =>
      AGES.reduce((racks, age) => racks + (values[`at_dock:${age}`] as Float64Array)[i]!, 0),
    );
    expect(sum).toEqual(waiting);
  });

  test('at the end of June are the lots of days 130, 155 and 180 in the hand-solved rollout', () => {
    // Lots 5, 6 and 7 docked on days 130, 155 and 180 wait for the campus; 30 June is day 180.
    const values = record('paper-and-pencil', 0);
    const june = AGES.map((age) => (values[`at_dock:${age}`] as Float64Array)[5]);
    expect(june).toEqual([20, 0, 40, 0]);
  });
});
