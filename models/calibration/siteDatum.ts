import { YEAR_DAYS } from '../../src/kernel/lengths.ts';
import { epochDay } from '../../src/kernel/index.ts';
import { ownerKey, type LayerDatum } from './layer.ts';
import { ERA_ENDS, RECORD_BEGINS } from './layerModels.ts';
import { firstBlockDay, type SiteOfRecord } from './siteOfRecord.ts';
import type { SimulatedTimes } from './simulatedTimes.ts';

// A date may be the day of the start.
const LEAST_DAYS = 1;

const logOf = (days: number): number => Math.log(Math.max(LEAST_DAYS, days));

/** The first block of a site as the layer sees it; what is unfinished is censored on the as-of date. */
export function firstBlockDatum(site: SiteOfRecord, { firstBlock }: SimulatedTimes): LayerDatum {
  const day = firstBlockDay(site);
  const start = epochDay(site.start);
  const entry = epochDay(RECORD_BEGINS) - start;
  return {
    kind: site.kind,
    owner: ownerKey(site.owner),
    era: Math.min(0, (start - epochDay(ERA_ENDS)) / YEAR_DAYS),
    simulated: firstBlock.map(Math.log),
    ...(day === undefined ? { censored: logOf(site.seenDays) } : { observed: logOf(day) }),
    ...(entry > 0 ? { entry: logOf(entry) } : {}),
  };
}

// As many draws as the first block has; the halls of one replication are much alike.
const GAP_DRAWS = 200;

/**
 * The times from each step of a site to the next. What comes after the last is not known to come, and so not
 * censored.
 */
export function gapData(site: SiteOfRecord, { gaps }: SimulatedTimes): LayerDatum[] {
  const every = Math.max(1, Math.floor(gaps.length / GAP_DRAWS));
  const simulated = gaps.filter((_, i) => i % every === 0).map(Math.log);
  return site.steps.slice(1).map(({ day }, i) => ({
    kind: 'greenfield',
    owner: ownerKey(site.owner),
    era: 0,
    simulated,
    observed: logOf(day - site.steps[i]!.day),
  }));
}

/** The power that each step of a site added, against that of a usual hall. */
export function megawattData(site: SiteOfRecord, hallMegawatts: number): LayerDatum[] {
  const simulated = Float64Array.of(Math.log(hallMegawatts));
  return site.steps.map(({ added }) => ({
    kind: 'greenfield',
    owner: ownerKey(site.owner),
    era: 0,
    simulated,
    observed: Math.log(added),
  }));
}
