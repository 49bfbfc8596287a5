import { expect, test } from 'vitest';
import { answerOf, runResults } from '../../src/answer/index.ts';
import { everyTarget } from '../../src/app/cli/everyTarget.ts';
import { targetJson } from '../../src/app/cli/targetJson.ts';
import { milestonesTable } from '../../src/output/index.ts';
import type { Column } from '../../src/record/index.ts';
import { recordsOf } from '../fixtures/toy/records.ts';

const own: Column = {
  name: 'target',
  title: '100 % of the contract',
  unit: 'day',
  kind: 'milestone',
  description: '',
  due: '2026-01-04',
  role: 'readiness',
};
const further: Column = {
  ...own,
  name: 'Beth.target',
  title: '100 % of the contract of Beth',
  due: '2026-01-03',
};
const records = recordsOf([own, { ...further, role: undefined }] as Column[], [
  { target: [3.9, 4, 5, Infinity], 'Beth.target': [0, 1, 2.9, 3] },
]);

test('the terminal tells the target of every tenant, by the date that each is due, with its interval', () => {
  const answer = answerOf(runResults(records));
  const [text] = everyTarget(answer.targets);
  expect(text).toMatch(/100 % of the contract +│ 2026-01-04 │ 25\.0 % \(4\.6 % to 69\.9 %\)/);
  // Wilson, 3 of 4: the fourth comes a day too late, though by the horizon.
  expect(text).toMatch(/of Beth │ 2026-01-03 │ 75\.0 % \(30\.1 % to 95\.4 %\)/);
  expect(answer.targets[0]?.probability.estimate).toBe(answer.target?.probability.estimate);
});

test('--json of a run tells the same headline', () => {
  const said = (all: typeof records) => targetJson({ records: all } as Parameters<typeof targetJson>[0]);
  expect(said(records)).toMatchObject({
    target: { title: '100 % of the contract', due: '2026-01-04', probability: 0.25 },
    targets: [{ due: '2026-01-04' }, { due: '2026-01-03', probability: 0.75 }],
  });
  expect(said(recordsOf([own], [{ target: [3, 5] }]))).toMatchObject({ target: { probability: 0.5 } });
  const { due: _, ...undue } = own;
  expect(said(recordsOf([undue], [{ target: [3, 5] }]))).toEqual({
    target: null,
  });
});

test('of one tenant the target stands alone, and milestones.csv has no column for it', () => {
  const alone = recordsOf([own], [{ target: [3, 5] }]);
  expect(everyTarget(answerOf(runResults(alone)).targets)).toEqual([]);
  expect(milestonesTable(alone).fields.map(({ name }) => name)).not.toContain('in_time');
});
