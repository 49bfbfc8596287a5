import { describe, expect, test } from 'vitest';
import { rollout } from '../../models/rollout/index.ts';
import { TITLES } from '../../models/rollout/titles.ts';
import {
  answerOf,
  outputFacts,
  readTable,
  runResults,
  yearEnds,
  type Results,
} from '../../src/answer/index.ts';
import { inline } from '../../src/execution/index.ts';
import {
  basePoint,
  defineExperiment,
  manifestText,
  memoryStore,
  parseManifest,
  runExperiment,
} from '../../src/experiment/index.ts';
import { resultTables } from '../../src/output/index.ts';
import type { Column, Records } from '../../src/record/index.ts';
import { recordsOf } from '../fixtures/toy/records.ts';
import { shippedScenario } from '../models/rollout/shippedScenario.ts';

const { scenario } = shippedScenario('openai-aws-38b');
const experiment = defineExperiment({ model: rollout, seed: '1', points: [basePoint(scenario)] });
const records = await runExperiment({
  experiment,
  executor: inline(rollout),
  store: memoryStore(experiment),
  replications: 20,
});

/** The results as they would be read from the folder, every table whole. */
function wholeResults(of: Records): Results {
  return {
    manifest: { kind: 'run', points: ['base'], replications: of.replications, ...outputFacts(of) },
    tables: new Map(resultTables(of).map((table) => [table.name, readTable(table)])),
  };
}

describe('the answer of a run in memory', () => {
  const [own, whole] = [answerOf(runResults(records)), answerOf(wholeResults(records))];

  test('is that of its folder: target, milestones, inputs, what is unfinished', () => {
    expect(own.target).toEqual(whole.target);
    expect(own.milestones).toEqual(whole.milestones);
    expect(own.inputs).toEqual(whole.inputs);
    expect(own.unfinished).toEqual(whole.unfinished);
    expect(own.target?.title).toBe('100 % of the contract');
    expect(own.unfinished.map(({ what }) => what)).toContain('racks the contract still lacks');
  });

  test('calls causes and inputs as the model does, which a manifest says on', () => {
    expect(outputFacts(records).titles).toEqual(TITLES);
    expect(own.boundBy?.titleOf('existing')).toBe('existing halls');
    const titleOf = (input: string) => own.inputs.inputs.find((one) => one.input === input)?.title;
    expect(titleOf('tenantCap')).toBe("tenant's share of the provider's chips");
    const text = manifestText({
      ...outputFacts(records),
      experiment,
      kind: 'run',
      replications: 20,
      outputs: [],
      run: { node: 'v20', platform: 'x', found: 0, seconds: 1, finished: 'now' },
    });
    expect(parseManifest(text)).toMatchObject({ value: { titles: TITLES } });
  });

  test('is that of its folder at the end of each year: what bound, and what was spent', () => {
    const ends = yearEnds(whole.boundBy!.dates);
    expect(own.boundBy?.dates).toEqual(ends);
    for (const cause of whole.boundBy!.causes)
      for (const date of ends)
        expect(own.boundBy?.share(cause, date)).toEqual(whole.boundBy!.share(cause, date));
    expect(own.spend?.byDate).toEqual(whole.spend!.byDate.filter(({ date }) => ends.includes(date)));
    expect(own.spend?.overTerm).toEqual(whole.spend!.overTerm);
  });

  test('takes the commitment from the scenario, and does not work it out', () => {
    expect(own.spend?.committed).toBe(scenario.contract.commitment);
  });
});

describe('a model of one’s own', () => {
  const all: Column = { name: 'all', unit: 'day', kind: 'milestone', description: '', due: '2026-01-04' };
  const first: Column = { ...all, name: 'first', title: '3 turbines', onceReached: 'turning' };

  test('has the target that it marks, with its own words', () => {
    const marked = recordsOf([{ ...first, role: 'readiness' }, all], [{ first: [1, 2], all: [8, 9] }]);
    const { target } = answerOf(runResults(marked));
    expect(target).toMatchObject({
      title: '3 turbines',
      onceReached: 'turning',
      by: '2026-01-04',
      isDue: true,
    });
    expect(target?.probability.estimate).toBe(1);
  });

  test('has its last milestone as target where it marks none, reached, by its name', () => {
    const { target } = answerOf(runResults(recordsOf([first, all], [{ first: [1, 2], all: [2, 9] }])));
    expect(target).toMatchObject({ title: 'all', onceReached: 'reached' });
    expect(target?.probability.estimate).toBe(0.5);
  });

  test('says nothing of what it does not record', () => {
    const answer = answerOf(runResults(recordsOf([all], [{ all: [1] }])));
    expect([answer.boundBy, answer.spend, answer.unfinished]).toEqual([undefined, undefined, []]);
  });
});
