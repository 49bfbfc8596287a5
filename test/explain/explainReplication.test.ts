import { describe, expect, test } from 'vitest';
import { rollout } from '../../models/rollout/index.ts';
import { explainReplication } from '../../src/app/explainReplication.ts';
import { explainedRun } from '../../src/app/explainedRun.ts';
import { InputError } from '../../src/experiment/index.ts';
import { shippedScenario } from '../models/rollout/shippedScenario.ts';

const { scenario } = shippedScenario('paper-and-pencil');
const hand = { model: rollout, scenario, seed: 'any', replication: 0 };

test.each(['', true, Number.NaN, null])(
  'a seed of %s, or a replication that cannot be, is the mistake of the user',
  (seed) => {
    const wrong = { ...hand, seed: seed as string };
    expect(() => explainedRun(wrong)).toThrow(InputError);
    expect(() => explainedRun({ ...hand, seed: 1, replication: 2 ** 33 })).toThrow(InputError);
  },
);

describe('the driving path of the hand-solved rollout', () => {
  test('names activity, cause and days to 11,520 GPUs', () => {
    const { path, day } = explainReplication({ ...hand, gpus: 11_520, view: 'stop' });
    expect(day).toBe(240);
    expect(path.map(({ activity, cause, from, to }) => [activity, cause, to - from])).toEqual([
      ['substation concept', 'substation', 20],
      ['transformer lead time', 'transformer', 130],
      ['dress-out', 'substation', 20],
      ['checkout', 'substation', 15],
      ['outage window', 'substation', 10],
      ['L4/L5 commissioning', 'commissioning', 15],
      ['install crew', 'crews', 15],
      ['install', 'crews', 5],
      ['burn-in', 'acceptance', 3],
      ['acceptance', 'acceptance', 7],
    ]);
  });

  test('says who held the crew and how late the next driver was', () => {
    const { path } = explainReplication({ ...hand, gpus: 11_520, view: 'stop' });
    const how = Object.fromEntries(path.map((stretch) => [stretch.activity, stretch.how]));
    expect(how['dress-out']).toContain('10 days after dress-out crew');
    expect(how['L4/L5 commissioning']).toContain('35 days after D1 A cooling');
    expect(how['install crew']).toContain('held by rack 140');
  });

  test('goes on to the racks that held the crew in the pass-through view', () => {
    const { path } = explainReplication({ ...hand, gpus: 11_520, view: 'pass-through' });
    expect(path.filter(({ activity }) => activity === 'install').map(({ from, to }) => [from, to])).toEqual([
      [210, 215],
      [215, 220],
      [220, 225],
      [225, 230],
    ]);
  });

  test.each(['stop', 'pass-through'] as const)('sums to the day by cause in the %s view, exactly', (view) => {
    for (const gpus of [1440, 11_520, 17_280]) {
      const { daysByCause, day } = explainReplication({ ...hand, gpus, view });
      expect(daysByCause.reduce((sum, { days }) => sum + days, 0)).toBe(day);
    }
  });

  test('says so when the contract is smaller', () => {
    expect(explainReplication({ ...hand, gpus: 20_000, view: 'stop' })).toMatchObject({
      day: undefined,
      contractGpus: 17_280,
    });
  });

  test.each([
    [{ gpus: 0 }, 'gpus: 0, expected a number above 0'],
    [{ replication: -1 }, 'replication: -1, expected an integer from 0'],
  ])('refuses %o', (wrong, message) => {
    expect(() => explainReplication({ ...hand, gpus: 1440, view: 'stop', ...wrong })).toThrow(message);
  });
});
