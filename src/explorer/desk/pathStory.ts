import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import { explainReplication } from '../../app/explainReplication.ts';
import { dateCell } from '../../output/dateCell.ts';
import { dateOfDay } from '../../record/calendarDate.ts';
import type { PathStory } from '../pathStory.ts';

/** Why one replication reached a milestone when it did, stage by stage: what `gigaramp explain` prints. */
export function pathStory({
  scenario,
  seed,
  replication,
  milestone,
}: {
  scenario: RolloutScenario;
  seed: string;
  replication: number;
  milestone: string;
}): PathStory {
  const { startDate } = rollout.outputs(scenario);
  const explanation = explainReplication({
    model: rollout,
    scenario,
    seed,
    replication,
    milestone,
    view: 'stop',
  });
  return {
    replication,
    milestone,
    date: dateCell(startDate, explanation.day),
    stretches: explanation.path.map(({ from, to, activity, entity, cause, how }) => ({
      from: dateOfDay(startDate, from),
      to: dateOfDay(startDate, to),
      // Whole days between whole days, so that they add up as they stand.
      days: Math.round(to) - Math.round(from),
      activity,
      entity,
      cause,
      how,
    })),
    daysByCause: explanation.daysByCause,
  };
}
