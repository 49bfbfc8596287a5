import type { Relaxation } from '../../src/design/index.ts';
import { median } from '../../src/random/index.ts';
import { dateOfDay } from '../../src/record/index.ts';
import { dayNumber } from './calendars.ts';
import { keptOrders } from './keptOrders.ts';
import { dayCount, daysSetting, percent } from './relaxationStep.ts';
import type { DedicatedSite, RolloutScenario } from './scenario.ts';

/**
 * New sites whose land is not yet cleared begin so much of their building time earlier, with the concept of their
 * substations; neither before the as-of date, and a concept that is under way where it is.
 */
export function earlierStart(scenario: RolloutScenario, size: number): Relaxation[] {
  const { sites, start, asOf, construction, provider } = scenario;
  const { sitePreparation, shell, fitOut } = construction.building;
  const buildingDays = [sitePreparation, shell, fitOut].reduce(
    (sum, { duration }) => sum + median(duration),
    0,
  );
  const days = Math.round(size * buildingDays * median(provider.pace));
  const today = dayNumber(start, asOf);
  const moves = sites.flatMap((site) => {
    if (site.kind !== 'dedicated' || isCleared(site)) return [];
    const clearing = dayNumber(start, site.start);
    const concept = clearing - site.power.leadBeforeClearing;
    const sooner = { clearing: earlier(clearing, days, today), concept: earlier(concept, days, today) };
    const isCut = sooner.clearing > clearing - days || sooner.concept > concept - days;
    return sooner.clearing < clearing ? [{ site, sooner, isCut }] : [];
  });
  if (moves.length === 0) return [];
  const limit = moves.some(({ isCut }) => isCut) ? `, not before ${asOf}` : '';
  return [
    {
      name: 'start of new sites',
      step: `${percent(size)} of their building time earlier, ${dayCount(days)}${limit}`,
      by: 'provider',
      settings: Object.fromEntries(
        moves.flatMap(({ site, sooner: { clearing, concept } }) => {
          const power = { ...site.power, leadBeforeClearing: clearing - concept };
          const changed = { ...site, start: dateOfDay(start, clearing), power };
          return [
            [`sites.${site.name}.start`, changed.start],
            [`sites.${site.name}.power.leadBeforeClearing`, daysSetting(power.leadBeforeClearing)],
            // Orders go with their site, but not into the past.
            ...Object.entries(keptOrders(scenario, site, changed)).map(([item, shift]) => [
              `sites.${site.name}.orderShift.${item}`,
              daysSetting(shift),
            ]),
          ];
        }),
      ),
    },
  ];
}

/** A day moved earlier, but not into the past. */
function earlier(day: number, days: number, today: number): number {
  return Math.max(day - days, Math.min(day, today));
}

function isCleared({ building }: DedicatedSite): boolean {
  const { started, finished } = building?.sitePreparation ?? {};
  return started !== undefined || finished !== undefined;
}
