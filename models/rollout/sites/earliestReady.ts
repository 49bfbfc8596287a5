import { MONTH_DAYS } from '../../../src/kernel/lengths.ts';
import { quantile } from '../../../src/random/index.ts';
import { dayNumber } from '../calendars.ts';
import { flowSteps } from '../capacity/flowSteps.ts';
import { firmMegawatts } from '../power/firm.ts';
import type { DedicatedSite, Hall, RolloutScenario, Site } from '../scenario.ts';
import { bridgedDay } from './bridgedDay.ts';
import { connectionDays } from './connectionDays.ts';
import { ownerOf } from './owner.ts';
import { planOf } from './planOf.ts';
import { siteEnds, stageEnds } from './stageEnds.ts';

// The low end of a range as it is written.
const LOW = 0.1;

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
      return earliestHall(scenario, site);
  }
}

/** What stands at its low end in the earliest day of some sites: where a tempo scales every stage, that too. */
export function whatIsLow(scenario: RolloutScenario, sites: readonly Site[]): string {
  const hasTempo = sites.some(
    (site) => site.kind === 'dedicated' && ownerOf(scenario, site).tempo !== undefined,
  );
  return hasTempo ? 'every stage, and the tempo too, at its low end' : 'every stage at its low end';
}

/** Halls have power in their order; one that stands complete without it may have bridging ordered for all. */
function earliestHall(scenario: RolloutScenario, site: DedicatedSite): number {
  const { construction } = scenario;
  const { others } = siteEnds(scenario, site, LOW);
  const tests = planOf(construction.commissioning, site.commissioning);
  const plants = site.halls.map((hall) => plantComplete(scenario, site, hall));
  const completeDay = Math.min(...plants);
  const grid = gridDay(scenario, site);
  const temporary = site.power.temporaryPower ?? construction.temporaryPower ?? 'L3';
  let megawatts = 0;
  return Math.min(
    ...site.halls.map(({ power }, index) => {
      megawatts += power;
      const bridged = bridgedDay(scenario, site, { megawatts, completeDay, level: LOW });
      const forService = temporary === 'service' ? Math.min(grid, bridged) : grid;
      const forTests = temporary === 'L3' ? grid : Math.min(grid, bridged);
      const tested = others(tests.l4l5, others(tests.flush, Math.max(plants[index]!, forTests)));
      return Math.max(tested, forService);
    }),
  );
}

/** Day on which a hall is tested to L3 and lacks nothing but power. */
function plantComplete(scenario: RolloutScenario, site: DedicatedSite, hall: Hall): number {
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
  return others(tests.l3, others(tests.l2, done));
}

/** First day on which the grid can feed anything; infinite where its transformers never do. */
function gridDay(scenario: RolloutScenario, site: DedicatedSite): number {
  const { construction, start } = scenario;
  const { power, start: clearing } = site;
  if (firmMegawatts(power, power.units) <= 0) return Infinity;
  const { built, others } = siteEnds(scenario, site, LOW);
  const stages = planOf(construction.substation, power.stages);
  const concept = built(stages.concept, dayNumber(start, clearing) - power.leadBeforeClearing);
  const civil = built(stages.civil, Math.max(built(stages.design, concept), built(stages.permits, concept)));
  const orders = power.orders ?? [{ duration: construction.transformer.regimes[power.regime].leadTime }];
  const delivered = Math.min(...orders.map((order) => others(order, concept)));
  const checked = built(stages.checkout, built(stages.dressOut, Math.max(civil, delivered)));
  return Math.max(checked, connectionDays(scenario, site, LOW)?.served ?? -Infinity);
}
