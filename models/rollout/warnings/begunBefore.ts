import type { Warning } from '../../../src/scenario/index.ts';
import { dateOfDay } from '../../../src/record/index.ts';
import type { RolloutScenario } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';

/**
 * Warns of a substation that by its plan begins before the as-of date, while its site is still to begin and its power
 * was not asked for before that day either, where no stage says that it did: it would pass for history. Who had asked
 * for power before had begun.
 */
export function warnOfBegunBefore(scenario: RolloutScenario): Warning[] {
  const { asOf, construction } = scenario;
  return scenario.sites.flatMap((site, index): Warning[] => {
    if (site.kind !== 'dedicated' || site.start <= asOf) return [];
    const { connection } = site.power;
    if (connection === undefined || connection.requested < asOf) return [];
    const { concept } = planOf(construction.substation, site.power.stages);
    const begins = dateOfDay(site.start, -site.power.leadBeforeClearing);
    if (concept.started !== undefined || concept.finished !== undefined || begins >= asOf) return [];
    const path = ['sites', index];
    return [
      {
        path: [...path, 'power', 'leadBeforeClearing'],
        because: [[...path, 'start']],
        message: `the substation begins on ${begins}, before the as-of date ${asOf}, and no stage says that it did: give \`started\` of its concept, a shorter lead, or a later start`,
      },
    ];
  });
}
