// What a script imports as `gigaramp`: runs and analyses of a scenario, their answers as text, tables and notebook charts.
export { backtestRollouts, type BacktestResult } from './app/backtest.ts';
export { blame, type BlameResult } from './app/blame.ts';
export { calibrateRollouts, type CalibrateResult } from './app/calibrate.ts';
export { compare, type Alternative, type CompareResult } from './app/compare.ts';
export { decideBetween, type DecideResult } from './app/decide.ts';
export { explainReplication, type Explanation } from './app/explainReplication.ts';
export { loadScenarioFile } from './app/loadScenarioFile.ts';
export { orderBy, type OrderByResult } from './app/orderBy.ts';
export { precisionFrom, type Precision } from './app/precision.ts';
export { relax, type RelaxResult } from './app/relax.ts';
export { replayFolder, type ReplayResult } from './app/replayFolder.ts';
export { rolloutScenarioModel } from './app/rollout.ts';
export { readRolloutFile, simulateSites } from './app/rolloutSites.ts';
export { runScenario, scenarioOf } from './app/runScenario.ts';
export type { RunOptions, RunResult } from './app/runToFolder.ts';
export { ownModel, type ScenarioModel } from './app/scenarioModel.ts';
export { scoreFolder, type MilestoneScore } from './app/scoreFolder.ts';
export { sensitivity, type SensitivityResult } from './app/sensitivity.ts';
export { sweep } from './app/sweep.ts';
export { vary, variedFrom, type DottedPath } from './app/vary.ts';

export { blameSummary } from './app/cli/blame.ts';
export { compareSummary } from './app/cli/compare.ts';
export { decideSummary } from './app/cli/decide.ts';
export { explanationText } from './app/cli/explain.ts';
export { plainTable } from './app/cli/plainTable.ts';
export { percentWithInterval } from './app/cli/percent.ts';
export { relaxSummary } from './app/cli/relax.ts';
export { runSummary } from './app/cli/summary.ts';
export { sensitivitySummary } from './app/cli/sensitivity.ts';
export { sweepSummary } from './app/cli/sweep.ts';

export { bindingOf, byPoint, differencesOf, display, fanOf, readinessOf } from './notebook/index.ts';

export {
  compareTable,
  estimateCells,
  estimateFields,
  milestonesTable,
  pointsTable,
  seriesTable,
  targetProbability,
  writeCsv,
  type Table,
} from './output/index.ts';
export type { Records } from './experiment/index.ts';
export type { Estimate } from './statistics/index.ts';
