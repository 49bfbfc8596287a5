import type { LayerDatum, LayerFit, LayerModel } from './layer.ts';
import { fitLayer, namesIn } from './layerFit.ts';
import { FIRST_BLOCK_MODEL, STEP_MODEL } from './layerModels.ts';
import { fitLognormal, type LognormalFit } from './lognormalFit.ts';
import { firstBlockDatum, gapData, megawattData } from './siteDatum.ts';
import { firstBlockDay, type SiteOfRecord } from './siteOfRecord.ts';
import type { SimulatedTimes } from './simulatedTimes.ts';

/** A site with what the chain says of it. */
export interface SimulatedSite {
  readonly site: SiteOfRecord;
  readonly simulated: SimulatedTimes;
  /** The chain of a new build, where the site's own is another: what it gets where its kind is not asked. */
  readonly simulatedAsGreenfield: SimulatedTimes;
}

/** What the record adds to the chain. */
export interface Calibration {
  /** Of a site whose kind nobody stated: fitted on all, each taken as a new build. */
  readonly unstated: LayerFit;
  /** Of a site whose kind was stated, fitted kind by kind; undefined where the table states none. */
  readonly stated: LayerFit | undefined;
  /** Of the time from one step to the next, and of the power of a step; undefined without two of them. */
  readonly gap: LayerFit | undefined;
  readonly megawatts: LayerFit | undefined;
  /** The lognormals that anybody would fit to the same table: the yardstick. */
  readonly naive: NaiveFits;
}

export interface NaiveFits {
  readonly firstBlock: LognormalFit;
  readonly gap: LognormalFit | undefined;
  readonly megawatts: LognormalFit | undefined;
}

/** Power of the hall that the campus of the chain is made of. */
export const HALL_MEGAWATTS = 95;

/**
 * Fits all layers to the sites of a table.
 *
 * `from` is the calibration on all sites when some are left out: a few steps of Newton's method then do.
 *
 * @throws RangeError when fewer than two first blocks were seen to come.
 */
export function calibrate(
  sites: readonly SimulatedSite[],
  {
    from,
    firstBlock = FIRST_BLOCK_MODEL,
  }: { from?: Calibration | undefined; firstBlock?: LayerModel | undefined } = {},
): Calibration {
  const timed = sites.filter(({ site }) => site.hasFirstBlock && site.seenDays > 0);
  const naive = naiveFits(sites.map(({ site }) => site));
  const unstated = timed.map(({ site, simulatedAsGreenfield }) =>
    firstBlockDatum({ ...site, kind: 'greenfield' }, simulatedAsGreenfield),
  );
  const stated = timed
    .filter(({ site }) => site.isKindStated)
    .map(({ site, simulated }) => firstBlockDatum(site, simulated));
  return {
    unstated: fit(unstated, firstBlock, from?.unstated)!,
    stated: fit(stated, firstBlock, from?.stated),
    gap: fit(
      sites.flatMap(({ site, simulatedAsGreenfield }) => gapData(site, simulatedAsGreenfield)),
      STEP_MODEL,
      from?.gap,
    ),
    megawatts: fit(
      sites.flatMap(({ site }) => megawattData(site, HALL_MEGAWATTS)),
      STEP_MODEL,
      from?.megawatts,
    ),
    naive,
  };
}

function fit(
  data: readonly LayerDatum[],
  model: LayerModel,
  from: LayerFit | undefined,
): LayerFit | undefined {
  if (data.length === 0) return undefined;
  return fitLayer(
    data,
    model,
    from === undefined ? { names: namesIn(data) } : { names: from, from: from.mode },
  );
}

function naiveFits(sites: readonly SiteOfRecord[]): NaiveFits {
  const firstBlocks = sites
    .filter(({ hasFirstBlock, seenDays }) => hasFirstBlock && seenDays > 0)
    .map((site) => {
      const day = firstBlockDay(site);
      return { days: day ?? site.seenDays, isOver: day !== undefined };
    });
  const gaps = sites.flatMap(({ steps }) => steps.slice(1).map(({ day }, i) => day - steps[i]!.day));
  const added = sites.flatMap(({ steps }) => steps.map((step) => step.added));
  return { firstBlock: fitLognormal(firstBlocks), gap: lognormalOf(gaps), megawatts: lognormalOf(added) };
}

function lognormalOf(values: readonly number[]): LognormalFit | undefined {
  return values.length < 2 ? undefined : fitLognormal(values.map((days) => ({ days, isOver: true })));
}
