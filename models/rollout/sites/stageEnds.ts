import { quantile } from '../../../src/random/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
import { dayNumber } from '../calendars.ts';
import type { RolloutScenario, Site } from '../scenario.ts';
import { ownerOf } from './owner.ts';
import { tempoAt } from './practice.ts';

/**
 * The day on which a stage ends that may begin on a day, at a place in the range of its duration and at a pace: what
 * has finished on its date, what is under way not before the as-of date.
 *
 * @param level from 0 to 1: 0.5 the median
 */
export function stageEnds(
  { start, asOf }: RolloutScenario,
  level: number,
  pace = 1,
): (stage: Stage | undefined, from: number) => number {
  return (stage, from) => {
    if (stage === undefined) return from;
    const { duration, started, finished } = stage;
    if (finished !== undefined) return dayNumber(start, finished);
    const days = quantile(duration, level) * pace;
    return started === undefined
      ? from + days
      : Math.max(dayNumber(start, asOf), dayNumber(start, started) + days);
  };
}

/** The same for the works of a site, which its owner's pace scales beside its tempo, and for all else there. */
export function siteEnds(
  scenario: RolloutScenario,
  site: Site,
  level: number,
): { built: ReturnType<typeof stageEnds>; others: ReturnType<typeof stageEnds> } {
  const { pace, tempo } = ownerOf(scenario, site);
  const factor = tempo === undefined ? 1 : tempoAt(tempo, level);
  return {
    built: stageEnds(scenario, level, quantile(pace, level) * factor),
    others: stageEnds(scenario, level, factor),
  };
}
