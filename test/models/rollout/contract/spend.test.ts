import { expect, test } from 'vitest';
import { rollout } from '../../../../models/rollout/index.ts';
import { shippedScenario } from '../shippedScenario.ts';

/** What the spend of a shipped scenario is a part of, and whether it has that part. */
function ofWhole(name: string): [whole: number | undefined, hasPart: boolean] {
  const { columns } = rollout.outputs(shippedScenario(name).scenario);
  return [
    columns.find((column) => column.name === 'spend')!.whole,
    columns.some((column) => column.name === 'committed_part'),
  ];
}

test('spend is told against the commitment', () => {
  expect(ofWhole('openai-aws-38b')).toEqual([38e9, true]);
});

test('spend of a contract to which deals add is no part of its commitment, which is without them', () => {
  expect(ofWhole('arms-race')).toEqual([undefined, false]);
});
