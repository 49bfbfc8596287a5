export { available, NOT_AVAILABLE, type Estimate } from './estimate.ts';
export { wilson } from './wilson.ts';
export { clopperPearson } from './clopperPearson.ts';
export { quantile7, sampleQuantile, type QuantileType } from './sampleQuantile.ts';
export {
  quantileCoverage,
  quantileEstimate,
  quantileInterval,
  type OrderInterval,
} from './quantileInterval.ts';
export { correlation, lag1Autocorrelation, meanOf, moments, type Moments } from './moments.ts';
export { RunningMoments } from './runningMoments.ts';
export { hasCensored, meanHalfWidth, meanInterval } from './meanInterval.ts';
export { rankCorrelation } from './rankCorrelation.ts';
export { batchMeans, type BatchMeans } from './batchMeans.ts';
export { crossedMean } from './crossedMean.ts';
export { pairedDifference, type PairedDifference } from './pairedDifference.ts';
export { bootstrap, type BootstrapOptions } from './bootstrap.ts';
export { ratioOfMeans, shareOfMeans } from './ratioOfMeans.ts';
export { dkw, dkwBand } from './dkw.ts';
export { wilksSampleSize } from './wilks.ts';
export { fixedLooks, relativeHalfWidths, relativePrecisionSize } from './precision.ts';
export { uniformTest, type UniformTest } from './kolmogorovSmirnov.ts';
export { brier, crpsEnsemble, crpsNormal, pinball } from './scores.ts';
export { sobolIndices, type SobolIndex } from './sobolIndices.ts';
export { elementaryEffects, type ElementaryEffects } from './elementaryEffects.ts';
export { welchDifference } from './welchDifference.ts';
export { discordantPairs, pairedProportions } from './pairedProportions.ts';
export { pairedShares, type ShareSample } from './pairedShares.ts';
export { shareEstimators } from './decisionEstimators.ts';
export { decide, type Decision, type PolicyRegret } from './regret.ts';
export { kimNelson, type Selection } from './kimNelson.ts';
export { isDust } from './varies.ts';
export { effectiveSize, importanceWeights, keptValues, weightsAt, type Weights } from './weights.ts';
export { weightedMoments, type WeightedMoments } from './weightedMoments.ts';
export { weightedMean } from './weightedMean.ts';
export { mirrored } from './mirrored.ts';
export { withinBounds } from './withinBounds.ts';
export { weightedProportion } from './weightedProportion.ts';
export { weightedQuantiles } from './weightedQuantile.ts';
export { weightedCorrelation, weightedRankCorrelation } from './weightedCorrelation.ts';
export { weightedDifference, weightedProportionDifference } from './weightedDifference.ts';
export { weightedShare } from './weightedShare.ts';
export { weightedWelch, type WeightedSample } from './weightedWelch.ts';
