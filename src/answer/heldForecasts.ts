import { binomial, quantile, upperQuantile } from '../random/index.ts';
import { wilson } from '../statistics/index.ts';
import type { Results } from './results.ts';
import { hasFields, numberIn, type Estimated } from './resultsTable.ts';

/** How forecasts of the kind that a run rests on came out, campus by campus. */
export interface HeldForecasts {
  /** Campuses that came. */
  readonly campuses: number;
  /** How many of them came in each fifth of their forecast, the earliest first. */
  readonly fifths: readonly number[];
  /** How many belong in each, and between what counts 95 % of good forecasts have it there, fifth by fifth. */
  readonly expected: number;
  readonly byChance: { readonly low: number; readonly high: number };
  /** Of a probability that was stated, the share of the campuses that had come by then. */
  readonly stated: readonly StatedProbability[];
  /** Of a central interval, how many campuses came inside. */
  readonly intervals: readonly HeldInterval[];
}

/** A probability that forecasts stated of a day, and the share of the campuses that had come by it. */
export interface StatedProbability {
  readonly probability: number;
  readonly came: Estimated<number>;
}

/** A central interval of the forecasts. */
export interface HeldInterval {
  /** What it should hold, in percent. */
  readonly level: number;
  readonly inside: number;
  readonly share: Estimated<number>;
}

const FIFTHS = 5;
const PERCENTS = [10, 20, 30, 40, 50, 60, 70, 80, 90];
const LEVELS = [50, 80, 90];
const MOST_BY_CHANCE = 0.025;

/** What `calibration.csv` says; nothing where a run rests on no fit, or its folder is older than that table. */
export function heldForecasts({ tables }: Results): HeldForecasts | undefined {
  const table = tables.get('calibration');
  if (table === undefined || !hasFields(table, ['pit'])) return undefined;
  const places = table.rows
    .flatMap((row) => numberIn(row, 'pit') ?? [])
    .filter((pit) => pit >= 0 && pit <= 1);
  const campuses = places.length;
  if (campuses === 0) return undefined;
  const count = (is: (pit: number) => boolean): number => places.filter(is).length;
  const fifthOf = (pit: number): number => Math.min(FIFTHS - 1, Math.floor(pit * FIFTHS));
  const chance = binomial(campuses, 1 / FIFTHS);
  return {
    campuses,
    fifths: Array.from({ length: FIFTHS }, (_, fifth) => count((pit) => fifthOf(pit) === fifth)),
    expected: campuses / FIFTHS,
    byChance: { low: quantile(chance, MOST_BY_CHANCE), high: upperQuantile(chance, MOST_BY_CHANCE) },
    stated: PERCENTS.map((percent) => ({
      probability: percent / 100,
      came: shareOf(
        count((pit) => pit <= percent / 100),
        campuses,
      ),
    })),
    intervals: LEVELS.map((level) => {
      const inside = count((pit) => pit >= (100 - level) / 200 && pit <= (100 + level) / 200);
      return { level, inside, share: shareOf(inside, campuses) };
    }),
  };
}

function shareOf(count: number, of: number): Estimated<number> {
  const { estimate, low, high } = wilson(count, of);
  return { estimate, low, high };
}
