import type { LayerFit, Prior } from './layer.ts';
import { siteLaw } from './siteLaw.ts';
import type { SiteKind } from './siteOfRecord.ts';

/** What a calibration says of the tempo of a provider's next campuses: two normal laws on the logarithm. */
export interface ProviderTempo {
  readonly shift: Prior;
  readonly logSpread: Prior;
}

/**
 * The tempo of the campuses of an owner from a fitted layer, for `provider.tempo` of a scenario.
 *
 * The layer says log T = log T_sim + shift + τε of the whole time to the first block. A campus whose every duration
 * takes e^(shift + τε) of the usual takes so much in all, but for what stands on a date; so the shift of the layer is
 * the tempo of the campus. What shift and spread have to do with each other (a correlation of a tenth or two) is
 * dropped. An owner or kind that the fit has not seen takes its value from the prior.
 *
 * @param options.owner as `ownerKey` writes it
 * @param options.era years from mid-2023 to the start, at most 0
 */
export function providerTempo(
  fit: LayerFit,
  { kind, owner, era = 0 }: { kind: SiteKind; owner: string; era?: number },
): ProviderTempo {
  const { shift, shiftSd, logSpread, slope, restSd } = siteLaw(fit, { kind, owner, era });
  return {
    shift: { mean: shift, sd: shiftSd },
    logSpread: { mean: logSpread, sd: Math.hypot(slope, restSd) },
  };
}
