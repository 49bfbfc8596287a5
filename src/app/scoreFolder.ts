import { join } from 'node:path';
import { InputError, resultText } from '../experiment/index.ts';
import { Streams } from '../random/index.ts';
import { csvRows } from '../report/csvRows.ts';
import { epochDay, isCalendarDate } from '../kernel/index.ts';
import { expectedOneOf } from '../scenario/index.ts';
import { MILESTONE_SUFFIX as SUFFIX, readRuns } from './scoredRuns.ts';
import {
  bootstrap,
  crpsEnsemble,
  NOT_AVAILABLE,
  weightedProportion,
  weightsAt,
  type Estimate,
} from '../statistics/index.ts';

/** A milestone's date as it came. */
export interface ActualDate {
  readonly milestone: string;
  readonly date: string;
}

/** How a forecast of an earlier run did. */
export interface MilestoneScore extends ActualDate {
  /** What the milestone is called: `100,000 GPUs`. */
  readonly title: string;
  readonly point: string;
  readonly replications: number;
  /**
   * Replications that did not get there by the horizon: their days are cut there, and so is what came if it is later.
   */
  readonly beyondHorizon: number;
  readonly horizon: string | undefined;
  /** Part of the forecast at or before what came, with its sampling interval. */
  readonly pit: Estimate;
  /** Fair continuous ranked probability score in days, with its bootstrap interval over replications. */
  readonly crpsDays: Estimate;
}

/**
 * Scores the milestones of a folder that `gigaramp run` wrote against the dates on which they came.
 *
 * @throws InputError when the folder, a milestone or a date is not what is expected.
 * @example await scoreFolder('results/openai-aws-38b', [{ milestone: 'gpus_100000', date: '2026-10-14' }]);
 */
export async function scoreFolder(folder: string, actuals: readonly ActualDate[]): Promise<MilestoneScore[]> {
  if (actuals.length === 0) throw new InputError('actual: none, expected a milestone and its date');
  const { head, rows, start, asOf, milestones, titleOf } = await readRuns(
    folder,
    actuals.map(({ milestone }) => milestone),
  );
  const seen = new Set<string>();
  for (const { milestone, date } of actuals) {
    if (!milestones.includes(milestone))
      throw new InputError(`actual: ${milestone}, ${expectedOneOf(milestone, milestones)}`);
    if (!isCalendarDate(date))
      throw new InputError(`actual ${milestone}: ${date}, expected a date such as 2026-10-14`);
    if (start !== undefined && date < start)
      throw new InputError(`actual ${milestone}: ${date}, expected a date from the start ${start} on`);
    if (asOf !== undefined && date < asOf)
      throw new InputError(
        `actual ${milestone}: ${date}, expected a date from the as-of date ${asOf} on: nothing before it was forecast`,
      );
    if (seen.has(milestone)) throw new InputError(`actual ${milestone}: twice, expected one date`);
    seen.add(milestone);
  }
  const horizon = await horizonOf(folder);
  const points = [...new Set(rows.map(([point]) => point!))];
  // Where totals were observed, replications count by how well they agree.
  const weightAt = head.indexOf('weight');
  const streams = new Streams({ seed: '1' });
  streams.begin(0);
  return points.flatMap((point) =>
    actuals.map((actual) => {
      const at = head.indexOf(`${actual.milestone}${SUFFIX}`);
      const own = rows.filter(([name]) => name === point);
      const dates = own.map((row) => row[at]!);
      const weights = weightAt < 0 ? undefined : own.map((row) => Number(row[weightAt]));
      const stream = streams.open('score', point, actual.milestone);
      return {
        ...actual,
        title: titleOf(actual.milestone),
        point,
        ...scoreDates(dates, actual.date, { horizon, stream, weights }),
      };
    }),
  );
}

function scoreDates(
  dates: readonly string[],
  actual: string,
  {
    horizon,
    stream,
    weights,
  }: {
    horizon: string | undefined;
    stream: ReturnType<Streams['open']>;
    weights: readonly number[] | undefined;
  },
): Omit<MilestoneScore, keyof ActualDate | 'point' | 'title'> {
  const reached = dates.filter((date) => date !== '');
  // What lies beyond the horizon is only known to: without its date, the last date that was reached or came stands
  // for it.
  const end = epochDay(
    horizon ?? [...reached, actual].reduce((latest, date) => (date > latest ? date : latest), ''),
  );
  const observed = Math.min(end, epochDay(actual));
  const days = Float64Array.from(dates, (date) => (date === '' ? end : Math.min(end, epochDay(date))));
  const score = (indices: Int32Array): number =>
    crpsEnsemble(
      Float64Array.from(indices, (i) => days[i]!),
      observed,
      { fair: true, weights: weightsAt(weights, indices) },
    );
  return {
    replications: dates.length,
    beyondHorizon: dates.length - reached.length,
    horizon,
    pit: pitOf(
      weightedProportion(
        dates.map((date) => (date !== '' && date <= actual ? 1 : 0)),
        weights,
      ),
      { isBeyond: horizon !== undefined && actual > horizon },
    ),
    crpsDays:
      dates.length < 2
        ? NOT_AVAILABLE
        : bootstrap(dates.length, score, { stream, resamples: 1000, method: 'percentile' }),
  };
}

/** Beyond the horizon only a lower bound is known of it. */
function pitOf(share: Estimate, { isBeyond }: { isBeyond: boolean }): Estimate {
  return isBeyond ? { estimate: undefined, low: share.low, high: undefined } : share;
}

/** The last date of the fan, which is the horizon; undefined where there is no fan. */
async function horizonOf(folder: string): Promise<string | undefined> {
  const path = join(folder, 'fan.csv');
  const text = resultText(path);
  if (text === undefined) return undefined;
  const { head, rows } = await csvRows(text);
  const at = head.indexOf('date');
  const last = rows.reduce(
    (latest, row) => (row[at] !== undefined && row[at] > latest ? row[at] : latest),
    '',
  );
  return isCalendarDate(last) ? last : undefined;
}
