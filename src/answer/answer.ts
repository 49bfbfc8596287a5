import { boundBy, type BoundBy } from './boundBy.ts';
import { inputAnswers, type InputAnswers } from './inputFifths.ts';
import {
  mainMilestone,
  milestonesOf,
  targetOf,
  targetsOf,
  type Milestone,
  type Target,
} from './milestones.ts';
import { pastDueOf } from './pastDue.ts';
import type { Results } from './results.ts';
import { spendOf, type Spend } from './spend.ts';
import { unfinishedOf, type Unfinished } from './unfinished.ts';

/** What the results of a run say of one of its points, before it is put into the words of a face. */
export interface Answer {
  readonly target: Target | undefined;
  /** Of every tenant where there are several, the first one's among them. */
  readonly targets: readonly Target[];
  /** The milestone that the answer is about, where it was due before the as-of date. */
  readonly pastDue: Milestone | undefined;
  readonly milestones: readonly Milestone[];
  readonly inputs: InputAnswers;
  readonly boundBy: BoundBy | undefined;
  readonly spend: Spend | undefined;
  readonly unfinished: readonly Unfinished[];
}

/**
 * Reads the answer off results, of the only point where there is one.
 *
 * @example answerOf(await readResultsFolder('results/openai-aws-38b')).target?.probability
 */
export function answerOf(results: Results, point?: string): Answer {
  const target = targetOf(results, point);
  const milestones = milestonesOf(results, point);
  return {
    target,
    targets: targetsOf(milestones),
    pastDue: pastDueOf(results, mainMilestone(results, milestones)),
    milestones,
    inputs: inputAnswers(results, target),
    boundBy: boundBy(results, point),
    spend: spendOf(results, point),
    unfinished: unfinishedOf(results, point),
  };
}
