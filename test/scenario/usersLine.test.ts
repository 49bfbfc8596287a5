import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { date, duration, formatIssue, loadScenario, power, ScenarioError } from '../../src/scenario/index.ts';

const hall = z.strictObject({ name: z.string(), power: power(), opens: date().optional() });

const schema = z
  .strictObject({
    horizon: date(),
    target: date(),
    order: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('push') }),
      z.strictObject({ kind: z.literal('need-by'), buffer: duration() }),
    ]),
    firm: power(),
    halls: z.array(hall),
  })
  .superRefine(({ horizon, target, firm, halls }, context) => {
    if (target > horizon)
      context.addIssue({ code: 'custom', path: ['target'], message: `expected a day up to ${horizon}` });
    const sum = halls.reduce((megawatts, each) => megawatts + each.power, 0);
    if (sum > firm)
      context.addIssue({
        code: 'custom',
        path: ['halls'],
        message: `expected at most ${firm} MW, got ${sum} MW`,
      });
  });

const BASE = `horizon: 2030-12-31
target: 2028-12-31
order: { kind: push }
firm: 100 MW
halls:
  - { name: a, power: 40 MW }
  - { name: b, power: 40 MW }
`;

/** The lines that refuse an overlay; line 1 of it is \`extends\`. */
function refusals(
  lines: string,
  { base = BASE, settings = {} }: { base?: string; settings?: Record<string, string> } = {},
): string[] {
  const files: Record<string, string> = { 'base.yaml': base, 'mine.yaml': `extends: base.yaml\n${lines}\n` };
  try {
    loadScenario({
      file: 'mine.yaml',
      load: (path) => files[path],
      catalog: () => undefined,
      schema,
      settings,
    });
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.issues.map(formatIssue);
  }
}

describe('an error of two values, one of them inherited, stands at the one that the user wrote', () => {
  test('where the other is what the message is about', () => {
    expect(refusals('horizon: 2027-12-31')).toEqual([
      'mine.yaml:2:10: target: expected a day up to 2027-12-31, inherited from base.yaml:2:9',
    ]);
  });

  test('deep inside an item of a list, beside entries that are innocent', () => {
    const lines =
      'firm: 99 MW\nhalls:\n  - { name: a, opens: 2027-01-01 }\n  - { name: b, opens: 2027-01-01, power: 90 MW }';
    expect(refusals(lines)).toEqual([
      'mine.yaml:5:42: halls: expected at most 99 MW, got 130 MW, inherited from base.yaml:6:3',
    ]);
  });

  test('in the one item of a list', () => {
    expect(refusals('halls: [{ name: b, power: 90 MW }]')[0]).toMatch(/^mine\.yaml:2:27: halls: /);
  });

  test('also where an item that was added, or a kind that was changed, is what does not fit', () => {
    expect(refusals('halls: [{ name: c, power: 90 MW }]')[0]).toMatch(/^mine\.yaml:2:1: halls: /);
    expect(refusals('order: { kind: need-by }')).toEqual([
      'mine.yaml:2:16: order.buffer: expected a duration such as "90 days", got nothing',
    ]);
  });

  test('and names the setting that it comes from', () => {
    expect(refusals('horizon: 2029-12-31', { settings: { horizon: '2027-12-31' } })).toEqual([
      'settings: target: expected a day up to 2027-12-31, inherited from base.yaml:2:9, against the setting horizon',
    ]);
  });
});

describe('an error stays where it is', () => {
  test('when the file that is inherited is wrong itself', () => {
    expect(refusals('firm: 120 MW', { base: BASE.replace('2028', '2038') })).toEqual([
      'base.yaml:2:9: target: expected a day up to 2030-12-31',
    ]);
  });

  test('when the user wrote both values', () => {
    expect(refusals('horizon: 2027-12-31\ntarget: 2028-01-01')).toEqual([
      'mine.yaml:3:9: target: expected a day up to 2027-12-31',
    ]);
  });
});
