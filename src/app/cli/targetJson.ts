import { answerOf, runResults, type Target } from '../../answer/index.ts';
import type { RunResult } from '../runToFolder.ts';

/** A target as `--json` prints it: nothing of what was due before the as-of date, which nobody has observed. */
interface TargetJson {
  readonly title: string;
  readonly due: string;
  readonly probability: number | null;
  readonly probability_low: number | null;
  readonly probability_high: number | null;
}

/** What a run says of its target, and of that of every tenant where there are several: the headline of all faces. */
export function targetJson<S>({ records }: RunResult<S>): {
  target: TargetJson | null;
  targets?: TargetJson[];
} {
  const { target, targets, pastDue } = answerOf(runResults(records));
  const isSaid = target?.isDue === true && pastDue === undefined;
  return {
    target: isSaid ? said(target) : null,
    ...(targets.length === 0 ? {} : { targets: targets.map(said) }),
  };
}

function said({ title, by, probability: { estimate, low, high } }: Target): TargetJson {
  return {
    title,
    due: by,
    probability: estimate ?? null,
    probability_low: low ?? null,
    probability_high: high ?? null,
  };
}
