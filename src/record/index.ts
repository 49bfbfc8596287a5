export { asOfBehindStart, asOfDay } from './asOf.ts';
export { dateIfAny, dateOfDay, dayOfDate } from './calendarDate.ts';
export { type Column, type Observation, type OutputKey, type Role, type Threshold } from './column.ts';
export { columnDescription, columnText } from './columnText.ts';
export { isWellFormed } from './isWellFormed.ts';
export { layoutOf, type Field, type Layout } from './layout.ts';
export { outcomeOf, valuesOf, type Output } from './output.ts';
export { type Outcome, type OutputValue, type Outputs } from './outputs.ts';
export {
  overlap,
  rangesLength,
  uncovered,
  type Given,
  type PointRecords,
  type Range,
  type Records,
  type RecordStore,
} from './records.ts';
export { ON_TIME } from './onTime.ts';
export { type Title, type Titles } from './titles.ts';
export { partyTitle } from './partyTitle.ts';
export { sharedTitle } from './sharedTitle.ts';
export { attributionColumns, columnFor, columnsFor, milestoneTitle, targetMilestone } from './roles.ts';
