import type { NoiseName } from './noise.ts';
import type { SiteKind } from './siteOfRecord.ts';

/** A normal prior by its mean and standard deviation. */
export interface Prior {
  readonly mean: number;
  readonly sd: number;
}

/** What is assumed before the record is looked at. */
export interface LayerModel {
  readonly noise: NoiseName;
  /** Whether a site that began before the record counts only given that it lasted until then. */
  readonly truncated: boolean;
  /** Of a, on the logarithm of the duration. */
  readonly shift: Prior;
  /** Of b, a year before mid-2023. */
  readonly era: Prior;
  /** Of an owner's u. */
  readonly owner: Prior;
  /** Of log τ. */
  readonly logSpread: Prior;
}

/**
 * One duration as the layer sees it: log T = log T_sim + a + b·min(start − mid-2023, 0) + u_owner + τε.
 *
 * Exactly one of `observed`, `interval` and `censored` is given; all are logarithms of days.
 */
export interface LayerDatum {
  readonly kind: SiteKind;
  /** Owner as `ownerKey` writes it; empty when nobody said. */
  readonly owner: string;
  /** Years from mid-2023, at most 0. */
  readonly era: number;
  /** Logarithms of the simulated days. */
  readonly simulated: Float64Array;
  readonly observed?: number | undefined;
  readonly interval?: readonly [low: number, high: number] | undefined;
  readonly censored?: number | undefined;
  /** The site is in the record only because it lasted at least so long. */
  readonly entry?: number | undefined;
}

/** Names of the parameters of a fit, in order: shifts and spreads by kind, the era, the owners. */
export interface LayerNames {
  readonly kinds: readonly SiteKind[];
  readonly owners: readonly string[];
}

/** The posterior: a normal law around its mode. */
export interface LayerFit extends LayerNames {
  readonly model: LayerModel;
  /** a by kind, log τ by kind, b, u by owner. */
  readonly mode: Float64Array;
  readonly covariance: readonly Float64Array[];
}

/** Where each parameter stands. */
export function placesOf({ kinds }: LayerNames): {
  shift: (kind: SiteKind) => number;
  logSpread: (kind: SiteKind) => number;
  era: number;
  owner: (index: number) => number;
} {
  const count = kinds.length;
  return {
    shift: (kind) => kinds.indexOf(kind),
    logSpread: (kind) => count + kinds.indexOf(kind),
    era: 2 * count,
    owner: (index) => 2 * count + 1 + index,
  };
}

/**
 * An owner as catalogs name things: lower case, digits and hyphens, so that owners alike but for case, accents and
 * signs are one.
 *
 * @example ownerKey('AI XPV Platform') // 'ai-xpv-platform'
 */
export function ownerKey(owner: string): string {
  return owner
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/[^a-z0-9-]/gu, (letter) => `u${letter.codePointAt(0)!.toString(16)}`)
    .replaceAll(/^-|-$/g, '');
}

/** What is usual before the record, where the fit of a kind has nothing to go by. */
export function priorsOf({ model, kinds, owners }: LayerNames & { model: LayerModel }): Prior[] {
  return [
    ...kinds.map(() => model.shift),
    ...kinds.map(() => model.logSpread),
    model.era,
    ...owners.map(() => model.owner),
  ];
}
