import { Z90 } from '../../../src/random/z90.ts';
import type { Column } from '../../../src/record/index.ts';
import { dayNumber } from '../calendars.ts';
import type { RolloutScenario } from '../scenario.ts';

/** What is compared with something that was observed. */
export type ObservedKind =
  'gpus_in_service' | 'racks_docked' | 'megawatts_energized' | 'first_block_energized';

/** One thing that was observed: which, of which site, and when. */
export interface ObservedTotal {
  readonly kind: ObservedKind;
  readonly site: string | undefined;
  /** ISO date. */
  readonly on: string;
  readonly column: Column;
}

/** All that a scenario states to have been observed, in the order of the schema. */
export function observedTotals({ observed, start }: RolloutScenario): ObservedTotal[] {
  if (observed === undefined) return [];
  const {
    gpusInService = [],
    racksDocked = [],
    megawattsEnergized = [],
    firstBlockEnergized = [],
  } = observed;
  return [
    ...gpusInService.map((one) =>
      totalOf('gpus_in_service', { unit: 'gpu', unitWords: 'GPUs' }, 'GPUs in service', one),
    ),
    ...racksDocked.map((one) =>
      totalOf('racks_docked', { unit: 'rack', unitWords: 'racks' }, 'racks docked', one),
    ),
    ...megawattsEnergized.map((one) =>
      totalOf('megawatts_energized', { unit: 'MW', unitWords: 'MW' }, 'MW energized', one),
    ),
    ...firstBlockEnergized.map(({ site, on, within, source }): ObservedTotal => ({
      kind: 'first_block_energized',
      site,
      on,
      column: {
        name: `observed_first_block_energized:${site}`,
        unit: 'day',
        kind: 'scalar',
        description: `day on which the first block of ${site} could serve racks`,
        infiniteWhen: 'not within the horizon',
        role: 'observed',
        observation: {
          // Somewhere within the day.
          value: dayNumber(start, on) + 0.5,
          deviation: within / Z90,
          what: `first block of ${site} energized on ${on} ± ${Number(within.toPrecision(4))} days`,
          source,
          isDay: true,
        },
      },
    })),
  ];
}

function totalOf(
  kind: ObservedKind,
  { unit, unitWords }: { unit: string; unitWords: string },
  words: string,
  {
    total,
    on,
    within,
    source,
    site,
  }: { total: number; on: string; within: number; source: string; site?: string | undefined },
): ObservedTotal {
  const at = site === undefined ? '' : ` at ${site}`;
  const number = Number(total.toPrecision(9)).toLocaleString('en-US');
  return {
    kind,
    site,
    on,
    column: {
      name: `observed_${kind}:${on}${site === undefined ? '' : `:${site}`}`,
      unit,
      kind: 'scalar',
      description: `${words}${at} at the end of ${on}`,
      role: 'observed',
      observation: {
        value: total,
        deviation: (total * within) / Z90,
        what: `${number} ${words}${at} on ${on} ± ${Number((100 * within).toPrecision(4))} %`,
        source,
        unitWords,
      },
    },
  };
}
