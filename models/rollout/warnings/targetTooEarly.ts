import type { Warning } from '../../../src/scenario/index.ts';
import { dateOfDay } from '../../../src/record/index.ts';
import { dayNumber } from '../calendars.ts';
import type { RolloutScenario } from '../scenario.ts';
import { earliestReady, whatIsLow } from '../sites/earliestReady.ts';

/** Warns of a target before any site can be ready, be every stage at its low end. */
export function warnOfTargetTooEarly(scenario: RolloutScenario): Warning[] {
  const { sites, start, target } = scenario;
  const earliest = Math.min(...sites.map((site) => earliestReady(scenario, site)));
  if (earliest <= dayNumber(start, target.by)) return [];
  const when = Number.isFinite(earliest) ? `before ${dateOfDay(start, Math.ceil(earliest))}` : 'at all';
  return [
    {
      path: ['target', 'by'],
      because: [
        ...sites.flatMap((_, index) =>
          ['start', 'from', 'halls', 'power', 'building', 'initial', 'monthly', 'ceiling', 'gpus'].map(
            (key) => ['sites', index, key],
          ),
        ),
        ['provider', 'pace'],
        ['provider', 'tempo'],
        ...[
          'connections',
          'substation',
          'transformer',
          'building',
          'commissioning',
          'procurement',
          'temporaryPower',
        ].map((key) => ['construction', key]),
      ],
      message: `the target is ${target.by}, and no site has a position ${when}, even with ${whatIsLow(scenario, sites)} (P10)`,
    },
  ];
}
