export { intervalDigits } from './intervalDigits.ts';
export { answerOf, type Answer } from './answer.ts';
export { UP_TO_HORIZON } from './upToHorizon.ts';
export { basisCount } from './basisCount.ts';
export { dealHeadline, removalText } from './dealHeadline.ts';
export { pastDueOf, pastDueSentence } from './pastDue.ts';
export { drawnPastText, pastText } from './pastText.ts';
export { askedAmount } from './asked.ts';
export { boundBy, tellingYearEnds, type BoundBy } from './boundBy.ts';
export { UNMET } from './unmet.ts';
export { outputFacts } from './facts.ts';
export {
  heldForecasts,
  type HeldForecasts,
  type HeldInterval,
  type StatedProbability,
} from './heldForecasts.ts';
export { factorTitle, factorTitles } from './factorTitle.ts';
export { inputMeanings, inputTitle } from './inputTitle.ts';
export { inputFifths } from './inputFifths.ts';
export { beVerb, beVerbAfter } from './beVerb.ts';
export {
  mainMilestone,
  milestonesOf,
  numbersIn,
  onceEach,
  targetOf,
  titleOf,
  type Milestone,
  type Target,
} from './milestones.ts';
export { runAnswer, runResults } from './runResults.ts';
export { targetSentence } from './sentence.ts';
export { asOfIn, type Results } from './results.ts';
export {
  dateEstimateIn,
  saidDateIn,
  type SaidDate,
  dateIn,
  datesOf,
  daysIn,
  estimateIn,
  fieldFor,
  fieldsFor,
  hasFields,
  numberIn,
  quarterEnds,
  readTable,
  rowsOf,
  tableFor,
  textIn,
  valuesOf,
  yearEnds,
  type Estimated,
  type ResultsField,
  type ResultsTable,
  type Row,
} from './resultsTable.ts';
export { partOf, type Spend } from './spend.ts';
export { WEIGHT, weightedColumn } from './weightedColumn.ts';
export { causeTitle } from './causeTitle.ts';
export { inPerCent } from './inPerCent.ts';
