export { backtest, QUANTITIES, type BacktestRow, type Quantity } from './backtest.ts';
export { measureNames, summarize, type Measure, type QuantitySummary } from './backtestSummary.ts';
export { campus } from './campus.ts';
export { campusScenario } from './campusScenario.ts';
export { calibrate, type Calibration, type SimulatedSite } from './calibration.ts';
export { type LayerModel, type Prior } from './layer.ts';
export { FIRST_BLOCK_MODEL } from './layerModels.ts';
export { leftOutText, readLeftOut, type LeftOutFacts, type LeftOutSite } from './leftOut.ts';
export { scoreOutcome, type OutcomeScore } from './outcomeScore.ts';
export { posteriorEntries, posteriorOf, type PosteriorEntry } from './posteriorEntries.ts';
export { readRecord, readRollouts, type Rollouts } from './readRollouts.ts';
export { simulatedTimes, timesOf, type SimulatedTimes } from './simulatedTimes.ts';
export { firstBlockDay, KINDS, type SiteOfRecord } from './siteOfRecord.ts';
export {
  packageForecasts,
  rackForecasts,
  scoreSupply,
  shareForecast,
  type PackagedPast,
  type SupplyForecast,
  type SupplyScore,
} from './supplyForecast.ts';
export { providerTempo, type ProviderTempo } from './tempo.ts';
export { tempoEntries, type TempoEntry } from './tempoEntries.ts';
export { CASES, PUBLISHED_COUNTS, type CaseName, type PublishedCount } from './publishedCounts.ts';
export { chainDays } from './chainSpread.ts';
export { forecastCounts, memberAt, type CountForecast } from './countForecast.ts';
