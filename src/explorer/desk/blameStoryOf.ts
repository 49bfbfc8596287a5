import { blame, type Blame } from '../../explain/index.ts';
import type { Records } from '../../record/index.ts';
import { milestoneBlame, type MilestoneBlame } from '../../explain/milestoneBlame.ts';
import { dateCell } from '../../output/dateCell.ts';
import { responseOf } from '../../explain/response.ts';
import { weightedMean, type Estimate, type Weights } from '../../statistics/index.ts';
import type { BlameStory } from '../blameStory.ts';
import { BLAME } from './blaming.ts';

/** What the records of all coalitions say of a milestone, as the command line has it. */
export function foundBlame(records: Records, milestone: string): MilestoneBlame {
  return milestoneBlame({ records, milestone, ...BLAME });
}

/** Who made a milestone late, and against a baseline how that changed. */
export function blameStoryOf(records: Records, before: Records | undefined, milestone: string): BlameStory {
  const { days, pathDays, asDrawn, atPlan, censored, replications, runs } = foundBlame(records, milestone);
  const { startDate } = records.points[0]!.outputs;
  const old = before && daysOf(before, milestone);
  const own = old && daysOf(records, milestone);
  const weights = before?.points[0]!.weights;
  return {
    milestone,
    replications,
    coalitions: runs,
    groups: BLAME.groups.map(({ name, causes }, group) => ({
      name,
      causes,
      shapley: days.shapley[group]!,
      leaveOneOut: days.leaveOneOut[group]!,
      addOne: days.addOne[group]!,
      path: pathDays[group]!,
      change: own && old && meanChange(own.shapley[group]!, old.shapley[group]!, weights),
    })),
    delay: days.delay,
    asDrawn: dateCell(startDate, asDrawn.estimate),
    atPlan: dateCell(startDate, atPlan.estimate),
    censored,
    delayChange: own && old && meanChange(own.delay, old.delay, weights),
  };
}

/** The shares of every replication. */
function daysOf(records: Records, milestone: string): Blame {
  const values = new Map(
    BLAME.coalitions.map(({ name, disturbed }) => {
      const point = records.points.find((one) => one.name === name)!;
      return [disturbed, responseOf(milestone, point.outputs)!.values(point)];
    }),
  );
  return blame({
    groups: BLAME.groups.length,
    values: (disturbed) => values.get(disturbed)!,
    orders: BLAME.orders,
  });
}

function meanChange(now: Float64Array, before: Float64Array, weights: Weights): Estimate {
  return weightedMean(
    now.map((value, i) => value - before[i]!),
    weights,
  );
}
