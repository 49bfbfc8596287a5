export { assumptionsTable } from './assumptionsTable.ts';
export { blameTable, milestoneBlame, type GroupBlame, type MilestoneBlame } from './blameTable.ts';
export { relaxationGains, relaxTable, type Gain, type PairGain, type RelaxationGains } from './relaxTable.ts';
export { latestOrder, orderByTable, orderStatus, type LatestOrder } from './orderByTable.ts';
export { attributionTable } from './attributionTable.ts';
export { dateCell, dateOfDay, dayOfDate } from './calendarDate.ts';
export { formatCell, plainText, type Cell } from './cell.ts';
export { writeCsv } from './csvFile.ts';
export { csvText } from './csvText.ts';
export { dataPackage } from './dataPackage.ts';
export { estimateCells, estimateFields } from './estimateFields.ts';
export { everyNth } from './everyNth.ts';
export { fieldName, measureOf, uniqueFields } from './fieldName.ts';
export {
  dueDay,
  inputsTable,
  milestoneProbability,
  targetProbability,
  type InputEffect,
} from './inputsTable.ts';
export { milestonesTable, targetMilestone } from './milestonesTable.ts';
export { readinessTable } from './readinessTable.ts';
export { resultTables } from './resultTables.ts';
export { UNFINISHED } from './unfinished.ts';
export { runsTable } from './runsTable.ts';
export { stagesTable } from './stagesTable.ts';
export { sharesAt, type ShareAt } from './sharesAt.ts';
export { seriesTable, seriesTableNames } from './seriesTable.ts';
export type { Table, TableField } from './table.ts';
export { writeResults, type WrittenFile } from './writeResults.ts';
export { absolute, comparePoints, type Comparison } from './comparison.ts';
export { compareTable } from './compareTable.ts';
export { decisionTable, perfectInformationTable } from './decisionTable.ts';
export { morrisTable, responseEffects, type ResponseEffects } from './morrisTable.ts';
export { promiseTable } from './promiseTable.ts';
export { pointsTable } from './pointsTable.ts';
export { defaultResponses, ON_TIME, responseNames, responseOf, type Response } from './response.ts';
export { responseIndices, SEED_FACTOR, sobolTable, type ResponseIndices } from './sobolTable.ts';
