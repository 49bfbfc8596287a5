import { describe, expect, test } from 'vitest';
import { warnOfStagesOutOfOrder } from '../../../../models/rollout/warnings/stagesOutOfOrder.ts';
import { oneCampus, type Parts } from '../oneCampus.ts';

/** Messages about the campus, which begins on 2026-01-01, as of July. */
function said(change: (parts: Parts) => void): string[] {
  const scenario = oneCampus((parts) => {
    parts.scenario.asOf = '2026-07-01';
    change(parts);
  });
  return warnOfStagesOutOfOrder(scenario).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const over = (started: string, finished: string) => ({ started, finished });
const underWay = (started: string) => ({ duration: '900 days', started });

describe('a stage that cannot have begun when its date says', () => {
  test('a shell before its land is cleared stands at its own line', () => {
    expect(
      said(({ site }) => {
        site.building = {
          sitePreparation: over('2026-01-01', '2026-05-01'),
          shell: underWay('2026-03-01'),
        };
      }),
    ).toEqual([
      'sites.0.building.shell.started: shell began on 2026-03-01, and site preparation, which has to have finished before, finished on 2026-05-01: the model cannot keep both dates',
    ]);
  });

  test('a shell before the site begins, where nothing says when its land was cleared', () => {
    expect(
      said(({ site }) => {
        site.start = '2026-06-01';
        site.building = { shell: underWay('2026-03-01') };
      }),
    ).toEqual([
      'sites.0.building.shell.started: shell began on 2026-03-01, and the site begins on 2026-06-01 with clearing its land: say when site preparation was, or begin earlier',
    ]);
  });

  test.each<[string, (parts: Parts) => void, RegExp]>([
    [
      'a fit-out before its shell',
      ({ site }) => {
        site.building = {
          sitePreparation: over('2026-01-01', '2026-01-10'),
          shell: underWay('2026-03-01'),
          fitOut: underWay('2026-02-01'),
        };
      },
      /fit-out began on 2026-02-01, and shell, which has to have begun before, began on 2026-03-01/,
    ],
    [
      'a fit-out that is over before its shell is',
      ({ site }) => {
        site.building = {
          sitePreparation: over('2026-01-01', '2026-01-10'),
          shell: over('2026-02-01', '2026-06-01'),
          fitOut: over('2026-03-01', '2026-05-01'),
        };
      },
      /fit-out finished on 2026-05-01, and shell, which has to have finished before, finished on 2026-06-01/,
    ],
    [
      'civil works before the concept, with nothing said of what lies between',
      ({ site }) => {
        site.power.stages = { concept: over('2026-01-01', '2026-05-01'), civil: underWay('2026-03-01') };
      },
      /power\.stages\.civil\.started: civil works began on 2026-03-01, and concept, which has to have finished before/,
    ],
    [
      'an order before the concept',
      ({ site }) => {
        site.power.stages = { concept: over('2026-01-01', '2026-05-01') };
        site.power.orders = Array.from({ length: 3 }, () => underWay('2026-04-01'));
      },
      /power\.orders\.0\.started: order 1 began on 2026-04-01, and concept/,
    ],
  ])('%s', (_, change, message) => {
    expect(said(change)[0]).toMatch(message);
  });

  test('stages in their order, on one day or apart, are nothing to say a word of', () => {
    expect(
      said(({ site }) => {
        site.building = {
          sitePreparation: over('2026-01-01', '2026-03-01'),
          shell: over('2026-03-01', '2026-06-01'),
          fitOut: underWay('2026-05-01'),
        };
        site.power.stages = { concept: over('2026-01-01', '2026-02-01'), design: underWay('2026-02-01') };
      }),
    ).toEqual([]);
    expect(said(() => {})).toEqual([]);
  });
});
