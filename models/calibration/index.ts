export { backtest, QUANTITIES, type BacktestRow, type Quantity } from './backtest.ts';
export { summarize, type Measure, type QuantitySummary } from './backtestSummary.ts';
export { calibrate, type Calibration, type SimulatedSite } from './calibration.ts';
export { scoreOutcome, type OutcomeScore } from './outcomeScore.ts';
export { posteriorEntries, posteriorOf, type PosteriorEntry } from './posteriorEntries.ts';
export { readRecord, readRollouts, type Rollouts } from './readRollouts.ts';
export { simulatedTimes, type SimulatedTimes } from './simulatedTimes.ts';
export { firstBlockDay, type SiteOfRecord } from './siteOfRecord.ts';
