export { philox4x32, philoxUniform } from './philox.ts';
export { seedKey } from './seedKey.ts';
export { escapedPath, hashPath } from './address.ts';
export { Streams, type Draws, type Input, type Stream } from './streams.ts';
export {
  cdf,
  mean,
  median,
  quantile,
  survival,
  upperQuantile,
  variance,
  type Distribution,
} from './distribution.ts';
export { remainingQuantile } from './remainingQuantile.ts';
export { gaussianCopula, pearsonOfRank, rankOfPearson, type GaussianCopula } from './gaussianCopula.ts';
export { normalCdf, normalDensity, normalSurvival } from './normalCdf.ts';
export { normalQuantile } from './normalQuantile.ts';
export { constant } from './distributions/constant.ts';
export { exponential } from './distributions/exponential.ts';
export { fromInterval80, lognormal, lognormalFromMean } from './distributions/lognormal.ts';
export { lowModeHigh } from './distributions/lowModeHigh.ts';
export { normal } from './distributions/normal.ts';
export { triangular } from './distributions/triangular.ts';
export { uniform } from './distributions/uniform.ts';
