import { quantile } from '../../../src/random/index.ts';
import { dayNumber } from '../calendars.ts';
import { flowSteps } from '../capacity/flowSteps.ts';
import type { DedicatedSite, Hall, RolloutScenario, Site } from '../scenario.ts';
import { connectionDays } from './connectionDays.ts';
import { planOf } from './planOf.ts';
import { siteEnds, stageEnds } from './stageEnds.ts';

// The low end of a range as it is written.
const LOW = 0.1;
const MONTH_DAYS = 30.4375;

/**
 * First day, counted from the start, on which a site can have a position: every stage at its low end, nothing waiting
 * for anything but its own chain. Infinite where it never has one.
 */
export function earliestReady(scenario: RolloutScenario, site: Site): number {
  const dayOf = (isoDate: string): number => dayNumber(scenario.start, isoDate);
  switch (site.kind) {
    case 'reassigned':
      return quantile(site.gpus, 1 - LOW) > 0 ? 0 : Infinity;
    case 'ready': {
      if (site.initial > 0) return Math.max(0, dayOf(site.from));
      const grows = quantile(site.monthly, 1 - LOW) > 0 && quantile(site.ceiling, 1 - LOW) > 0;
      return grows ? Math.max(0, dayOf(site.from) + MONTH_DAYS) : Infinity;
    }
    case 'retrofit': {
      const ends = stageEnds(scenario, LOW);
      return Math.min(
        ...site.halls.map(({ start, retrofit, flush, commissioning }) =>
          [retrofit, flush, commissioning].reduce((day, stage) => ends(stage, day), dayOf(start)),
        ),
      );
    }
    case 'flow': {
      const steps = flowSteps(site, { level: 1 - LOW, until: dayOf(scenario.horizon), dayOf });
      return Math.max(0, steps.find(({ megawatts }) => megawatts > 0)?.day ?? Infinity);
    }
    case 'dedicated':
      return Math.min(...site.halls.map((hall) => hallReady(scenario, site, hall)));
  }
}

function hallReady(scenario: RolloutScenario, site: DedicatedSite, hall: Hall): number {
  const { construction } = scenario;
  const { built, others } = siteEnds(scenario, site, LOW);
  const { kind = 'new-build' } = hall;
  const ofKind = kind === 'new-build' ? undefined : construction.buildingKinds?.[kind];
  const building = planOf(construction.building, ofKind, site.building, hall.building);
  const tests = planOf(construction.commissioning, site.commissioning);
  const cleared = dayNumber(scenario.start, site.start);
  const prepared = Math.max(built(building.sitePreparation, cleared), others(building.permits, cleared));
  const begun = prepared + hall.startsAfter;
  const shell = built(building.shell, begun);
  const fitOut = built(building.fitOut, begun + (shell - begun) * (1 - building.overlap));
  // Factory-made parts save at most half of it.
  const done = Math.max(shell, building.prefabricationSaving === undefined ? fitOut : (shell + fitOut) / 2);
  const started = others(tests.l3, others(tests.l2, done));
  return others(tests.l4l5, others(tests.flush, Math.max(started, powered(scenario, site))));
}

/** First day on which the grid can feed anything; bridging that serves racks may come before any grid. */
function powered(scenario: RolloutScenario, site: DedicatedSite): number {
  const { construction, start } = scenario;
  const { power, start: clearing } = site;
  if (power.bridging !== undefined && (power.temporaryPower ?? construction.temporaryPower) === 'service')
    return -Infinity;
  const { built, others } = siteEnds(scenario, site, LOW);
  const stages = planOf(construction.substation, power.stages);
  const concept = built(stages.concept, dayNumber(start, clearing) - power.leadBeforeClearing);
  const civil = built(stages.civil, Math.max(built(stages.design, concept), built(stages.permits, concept)));
  const orders = power.orders ?? [{ duration: construction.transformer.regimes[power.regime].leadTime }];
  const delivered = Math.min(...orders.map((order) => others(order, concept)));
  const checked = built(stages.checkout, built(stages.dressOut, Math.max(civil, delivered)));
  return Math.max(checked, connectionDays(scenario, site, LOW)?.served ?? -Infinity);
}
