// What a script imports as `gigaramp`: runs and analyses of a scenario, their answers as text, tables and notebook
// charts.
export {
  type Alternative,
  type BacktestResult,
  backtestRollouts,
  blame,
  type BlameResult,
  type CalibrateResult,
  calibrateRollouts,
  compare,
  type CompareResult,
  deals,
  type DealsResult,
  decideBetween,
  type DecideResult,
  type DottedPath,
  explainReplication,
  type Explanation,
  loadScenarioFile,
  type MilestoneScore,
  orderBy,
  type OrderByResult,
  ownModel,
  type Precision,
  precisionFrom,
  readRolloutFile,
  relax,
  type RelaxResult,
  replayFolder,
  type ReplayResult,
  rolloutScenarioModel,
  type RunOptions,
  type RunResult,
  runScenario,
  type ScenarioModel,
  scenarioOf,
  scoreFolder,
  sensitivity,
  type SensitivityResult,
  simulateSites,
  supplyForecasts,
  sweep,
  variedFrom,
  vary,
} from './app/index.ts';

export { blameSummary } from './app/cli/blame.ts';
export { compareSummary } from './app/cli/compare.ts';
export { decideSummary } from './app/cli/decide.ts';
export { explanationText } from './app/cli/explain.ts';
export { plainTable } from './app/cli/plainTable.ts';
export { percentWithInterval } from './app/cli/percent.ts';
export { relaxSummary } from './app/cli/relax.ts';
export { runSummary } from './app/cli/summary.ts';
export { sensitivitySummary } from './app/cli/sensitivity.ts';
export { sweepSummary } from './app/cli/sweepSummary.ts';

export {
  bindingOf,
  byPoint,
  delaysOf,
  differencesOf,
  display,
  fanOf,
  lockInOf,
  readinessOf,
} from './notebook/index.ts';

export {
  estimateCells,
  estimateFields,
  milestonesTable,
  pointsTable,
  seriesTable,
  writeCsv,
  type Table,
} from './output/index.ts';
export { targetProbability } from './explain/index.ts';
export { runAnswer } from './answer/index.ts';
export type { Records } from './record/index.ts';
export type { Estimate } from './statistics/index.ts';
