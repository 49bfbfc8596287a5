import type { MorrisRow } from '../design/index.ts';
import type { Records } from '../record/index.ts';
import { Streams } from '../random/index.ts';
import { elementaryEffects, weightedMean, type ElementaryEffects } from '../statistics/index.ts';
import type { Response } from './response.ts';

/** Morris's measures of every factor for one response. */
export interface ResponseEffects {
  readonly response: Response;
  readonly factors: readonly {
    readonly name: string;
    readonly effects: ElementaryEffects;
    readonly count: number;
  }[];
}

/** Elementary effects on the mean response over common draws, from records in the order of the design's rows. */
export function responseEffects(
  records: Records,
  rows: readonly MorrisRow[],
  factors: readonly string[],
  responses: readonly Response[],
): ResponseEffects[] {
  return responses.map((response) => {
    const means = records.points.map(
      (point) => weightedMean(response.values(point), point.weights).estimate ?? Number.NaN,
    );
    const largest = Math.max(0, ...means.map(Math.abs).filter(Number.isFinite));
    const effects = factors.map((): number[] => []);
    rows.forEach(({ moved, by }, index) => {
      if (moved >= 0 && by !== 0) effects[moved].push((means[index] - means[index - 1]) / by);
    });
    return {
      response,
      factors: factors.map((name, index) => {
        const stream = new Streams({ seed: 'bootstrap' }).open('morris', response.name, name);
        const found = elementaryEffects(effects[index], stream, largest);
        return { name, effects: found, count: effects[index].length };
      }),
    };
  });
}
