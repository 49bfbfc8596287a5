import { simulateRollout, type RolloutScenario } from '../rollout/index.ts';
import { dayNumber } from '../rollout/calendars.ts';
import { reachedMilestones } from '../rollout/market/reached.ts';
import { scenarioTables } from '../rollout/scenarioTables.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { Streams } from '../../src/random/index.ts';
import { wilson, type Estimate } from '../../src/statistics/index.ts';
import type { PublishedCount } from './publishedCounts.ts';

/** A published count with what its campus's scenario forecasts for it, in days from the scenario's first day. */
export interface CountForecast {
  readonly count: PublishedCount;
  readonly observedDays: number;
  /** The forecast's members in ascending order; infinite beyond the horizon. */
  readonly days: Float64Array;
  /** Part of the forecast up to the day that came, with its sampling interval. */
  readonly pit: Estimate;
}

/**
 * Forecasts the published counts of a campus from its first day, by replications of its scenario.
 *
 * @throws RangeError when a count is no milestone of the scenario.
 */
export function forecastCounts(
  scenario: RolloutScenario,
  { counts, replications, seed }: { counts: readonly PublishedCount[]; replications: number; seed: string },
): CountForecast[] {
  const tables = scenarioTables(scenario);
  const streams = new Streams({ seed });
  const simulation = new Simulation();
  const members = counts.map(() => new Float64Array(replications));
  const places = counts.map(({ gpus }) => placeOf(scenario, gpus));
  for (let replication = 0; replication < replications; replication++) {
    streams.begin(replication);
    const reached = reachedMilestones(simulateRollout(simulation, scenario, streams, { tables }).programmes);
    places.forEach((place, i) => {
      const { day } = reached[place]!;
      members[i]![replication] = Number.isNaN(day) ? Infinity : day;
    });
  }
  return counts.map((count, i) => {
    const observedDays = dayNumber(scenario.start, count.date);
    const days = members[i]!.toSorted();
    // A date is the end of its day.
    const before = days.filter((day) => day < observedDays + 1).length;
    return { count, observedDays, days, pit: wilson(before, replications) };
  });
}

/** The member of a forecast below which a part of it lies. */
export function memberAt({ days }: Pick<CountForecast, 'days'>, part: number): number {
  return days[Math.min(days.length - 1, Math.floor(part * days.length))]!;
}

function placeOf({ name, milestones }: RolloutScenario, gpus: number): number {
  const place = milestones.gpus.indexOf(gpus);
  if (place < 0) throw new RangeError(`milestones of ${name}: no ${gpus}, expected every published count`);
  return place;
}
