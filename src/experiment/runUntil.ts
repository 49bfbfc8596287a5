import { answerOf } from '../refusal/index.ts';
import { fixedLooks } from '../statistics/index.ts';
import { isEffectiveEnough, isOutOfReach } from './runEnough.ts';
import type { Records } from '../record/index.ts';
import { checkReplications, runExperiment } from './run.ts';

/** What a run to a precision came to. */
export interface Precise {
  readonly records: Records;
  /** Whether the precision was reached, by replications of which enough count, and not only the maximum. */
  readonly reached: boolean;
  /** Numbers of replications at which it was looked at. */
  readonly looks: readonly number[];
}

/** Fewest replications at which a run may stop. */
const firstLook = 50;

/**
 * Runs replications until the results are precise enough or the maximum is reached.
 *
 * It looks only at numbers of replications fixed beforehand (50, 75, 113, … each 1.5 times the last), and only at
 * complete prefixes of replications, so that neither quick replications nor quick machines weigh more. Where totals
 * were observed it goes on until enough of the replications count too: an interval of a handful seems narrow by chance.
 *
 * @throws what runExperiment throws.
 * @example await runUntil({ experiment, executor, store, replications: 10_000, isPrecise });
 */
export async function runUntil<S>({
  replications: maximum,
  isPrecise,
  ...options
}: Parameters<typeof runExperiment<S>>[0] & {
  isPrecise: (records: Records) => boolean;
}): Promise<Precise> {
  checkReplications(maximum);
  const looks: number[] = [];
  for (const replications of fixedLooks(firstLook, maximum)) {
    const records = await runExperiment({ ...options, replications });
    looks.push(replications);
    const reached = isEffectiveEnough(records) && answerOf(isPrecise(records), 'until');
    const isOver = replications === maximum || isOutOfReach(records, maximum);
    if (reached || isOver) return { records, reached, looks };
  }
  throw new Error('looks: none, expected at least one');
}
