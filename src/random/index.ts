export { philox4x32, philoxUniform } from './philox.ts';
export { seedKey } from './seedKey.ts';
export { seedText, type Seed } from './seedText.ts';
export { escapedPath, hashPath } from './address.ts';
export { Streams, type Draws, type Input } from './streams.ts';
export type { Stream } from './addressedStream.ts';
export {
  cdf,
  mean,
  median,
  quantile,
  survival,
  upperQuantile,
  variance,
  variate,
  type Distribution,
} from './distribution.ts';
export { clamped } from './clamped.ts';
export { remainingQuantile, remainingVariate } from './remainingQuantile.ts';
export { gaussianCopula, pearsonOfRank, rankOfPearson, type GaussianCopula } from './gaussianCopula.ts';
export { normalCdf, normalDensity, normalSurvival } from './normalCdf.ts';
export { normalQuantile } from './normalQuantile.ts';
export { incompleteBeta } from './incompleteBeta.ts';
export { betaQuantile } from './betaQuantile.ts';
export { studentTCdf, studentTQuantile } from './studentTFunctions.ts';
export { beta, pert } from './distributions/beta.ts';
export { binomial } from './distributions/binomial.ts';
export { constant } from './distributions/constant.ts';
export { custom } from './distributions/custom.ts';
export { discrete } from './distributions/discrete.ts';
export { empirical } from './distributions/empirical.ts';
export { exponential } from './distributions/exponential.ts';
export { chiSquared, erlang, gamma } from './distributions/gamma.ts';
export { geometric } from './distributions/geometric.ts';
export { gumbel } from './distributions/gumbel.ts';
export { loglogistic } from './distributions/loglogistic.ts';
export {
  fromInterval80,
  lognormal,
  lognormalFromLogMean,
  lognormalFromMean,
} from './distributions/lognormal.ts';
export { lowModeHigh } from './distributions/lowModeHigh.ts';
export { mixture } from './distributions/mixture.ts';
export { negativeBinomial } from './distributions/negativeBinomial.ts';
export { normal } from './distributions/normal.ts';
export { pareto } from './distributions/pareto.ts';
export { poisson } from './distributions/poisson.ts';
export { studentT } from './distributions/studentT.ts';
export { triangular } from './distributions/triangular.ts';
export { truncatedNormal } from './distributions/truncatedNormal.ts';
export { uniform } from './distributions/uniform.ts';
export { weibull } from './distributions/weibull.ts';
