import { placesOf, type LayerDatum, type LayerFit } from './layer.ts';

/** Shift and log spread of a site as two normals, the second given the first. */
export interface SiteLaw {
  readonly shift: number;
  readonly shiftSd: number;
  readonly logSpread: number;
  /** Change of the log spread for a standard deviation of the shift, and what is left of its own. */
  readonly slope: number;
  readonly restSd: number;
}

/** What a fit says of a site of a kind, an owner and an era. */
export function siteLaw(
  fit: LayerFit,
  { kind, owner, era }: Pick<LayerDatum, 'kind' | 'owner' | 'era'>,
): SiteLaw {
  const { model, mode, covariance, kinds, owners } = fit;
  const places = placesOf(fit);
  const isKnownKind = kinds.includes(kind);
  const ownerIndex = owners.indexOf(owner);
  const parts: [place: number, weight: number][] = [[places.era, era]];
  if (isKnownKind) parts.push([places.shift(kind), 1]);
  if (ownerIndex >= 0) parts.push([places.owner(ownerIndex), 1]);
  let shift = 0;
  let variance = 0;
  // What the fit does not know comes from the prior.
  for (const [isKnown, { mean, sd }] of [
    [isKnownKind, model.shift],
    [ownerIndex >= 0, model.owner],
  ] as const) {
    if (isKnown) continue;
    shift += mean;
    variance += sd * sd;
  }
  for (const [place, weight] of parts) {
    shift += weight * mode[place]!;
    for (const [other, otherWeight] of parts) variance += weight * otherWeight * covariance[place]![other]!;
  }
  const shiftSd = Math.sqrt(variance);
  if (!isKnownKind)
    return { shift, shiftSd, logSpread: model.logSpread.mean, slope: 0, restSd: model.logSpread.sd };
  const spread = places.logSpread(kind);
  const together = parts.reduce((sum, [place, weight]) => sum + weight * covariance[place]![spread]!, 0);
  const slope = together / shiftSd;
  const rest = covariance[spread]![spread]! - slope * slope;
  return { shift, shiftSd, logSpread: mode[spread]!, slope, restSd: Math.sqrt(Math.max(0, rest)) };
}
