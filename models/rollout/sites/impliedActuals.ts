import type { Stage } from '../../../src/scenario/index.ts';
import { dayNumber } from '../calendars.ts';
import type { DedicatedSite, Hall, RolloutScenario } from '../scenario.ts';
import { planOf } from './planOf.ts';

type Building = RolloutScenario['construction']['building'];

/**
 * The scenario with what its actual dates imply: a fit-out that is finished has a finished shell, and an order that
 * is placed a finished concept.
 *
 * A stage that must be over before another one begins or ends, and states no end, ends on the day of the other at the
 * latest; a hall on which work is known to have begun began by then. Without actual dates the scenario comes back as
 * it is.
 */
export function withImpliedActuals(scenario: RolloutScenario): RolloutScenario {
  const sites = scenario.sites.map((site) =>
    site.kind === 'dedicated' ? withBuilding(scenario, withSubstation(scenario, site)) : site,
  );
  return sites.every((site, index) => site === scenario.sites[index]) ? scenario : { ...scenario, sites };
}

function withSubstation({ construction }: RolloutScenario, site: DedicatedSite): DedicatedSite {
  const { power } = site;
  const plan = planOf(construction.substation, power.stages);
  const { orderAt = 'concept', orders = [] } = power;
  const checkout = begun(plan.checkout);
  const dressOut = earliest(begun(plan.dressOut), checkout);
  const steel = earliest(begun(plan.steel), checkout);
  const civil = earliest(begun(plan.civil), steel, dressOut);
  const ordered = earliest(...orders.map(begun));
  const design = earliest(civil, orderAt === 'design' ? ordered : undefined);
  const concept = earliest(begun(plan.design), begun(plan.permits), design, ordered);
  const implied = {
    ...finishedBy('concept', plan.concept, concept),
    ...finishedBy('design', plan.design, design),
    ...finishedBy('permits', plan.permits, civil),
    ...finishedBy('civil', plan.civil, earliest(steel, dressOut)),
    ...finishedBy('steel', plan.steel, checkout),
  };
  if (Object.keys(implied).length === 0) return site;
  return { ...site, power: { ...power, stages: { ...power.stages, ...implied } } };
}

function withBuilding(scenario: RolloutScenario, site: DedicatedSite): DedicatedSite {
  const { construction } = scenario;
  const planOfHall = ({ kind = 'new-build', building }: Hall): Building => {
    const ofKind = kind === 'new-build' ? undefined : construction.buildingKinds?.[kind];
    return planOf(construction.building, ofKind, site.building, building);
  };
  const plan = planOf(construction.building, site.building);
  const works = earliest(...site.halls.map((hall) => hallBegun(planOfHall(hall))));
  if (works === undefined) return site;
  const implied = {
    ...finishedBy('sitePreparation', plan.sitePreparation, works),
    ...finishedBy('permits', plan.permits, works),
  };
  const building = { ...site.building, ...implied };
  const { sitePreparation, permits } = { ...plan, ...implied };
  const prepared = [site.start, sitePreparation.finished, permits?.finished]
    .flatMap((day) => (day === undefined ? [] : [dayNumber(scenario.start, day)]))
    .reduce((latest, day) => Math.max(latest, day));
  const halls = site.halls.map((hall) => {
    const own = planOfHall(hall);
    const begunOn = hallBegun(own);
    if (begunOn === undefined) return hall;
    const after = Math.max(0, dayNumber(scenario.start, begunOn) - prepared);
    return {
      ...hall,
      startsAfter: Math.min(hall.startsAfter, after),
      building: { ...hall.building, ...finishedBy('shell', own.shell, own.fitOut.finished) },
    };
  });
  return { ...site, halls, building };
}

/** A day by which work on a hall has begun. */
function hallBegun({ shell, fitOut }: Building): string | undefined {
  return earliest(begun(shell), begun(fitOut));
}

/** A day on which a stage was under way or over. */
function begun({ started, finished }: Stage): string | undefined {
  return started ?? finished;
}

/**
 * A stage that ended on a day at the latest, under its name; nothing where it states its own end, or no day is known.
 */
function finishedBy<Name extends string>(
  name: Name,
  stage: Stage | undefined,
  day: string | undefined,
): { readonly [key in Name]?: Stage } {
  if (day === undefined || stage === undefined || stage.finished !== undefined) return {};
  return { [name]: { ...stage, finished: day } } as { readonly [key in Name]?: Stage };
}

function earliest(...days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}
