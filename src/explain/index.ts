export { blame, type Blame, type CoalitionValues } from './blame.ts';
export { mergeSegments, type Stretch } from './mergeSegments.ts';
export { pathDrag, pathDrags, type PathDragOptions } from './pathDrag.ts';
export { traceEvents, type TraceEvent } from './traceEvents.ts';
export { pathDays, type PathDaysOptions } from './pathDays.ts';
export {
  defaultResponses,
  ON_TIME,
  responseNames,
  responseOf,
  titledFor,
  type Response,
} from './response.ts';
export { targetProbability, milestoneProbability, dueDay } from './targetProbability.ts';
export { chanceBefore } from './chanceBefore.ts';
export { informativeResponses } from './informativeResponses.ts';
export { inputEffects, type InputEffect, overall } from './inputEffects.ts';
export { type TellingResponse, tellingResponse } from './tellingResponse.ts';
export { lightest } from './lightest.ts';
export { comparePoints, type Comparison, absolute } from './comparison.ts';
export { type GroupBlame, type MilestoneBlame, milestoneBlame } from './milestoneBlame.ts';
export { type Gain, type PairGain, type RelaxationGains, relaxationGains } from './relaxationGains.ts';
export { type LatestOrder, latestOrder, medianDay } from './latestOrder.ts';
export { type ReachedStep, reachedSteps } from './reachedSteps.ts';
export { type DealEffect, dealEffects } from './dealEffects.ts';
export { type ResponseEffects, responseEffects } from './responseEffects.ts';
export { type ResponseIndices, responseIndices, SEED_FACTOR } from './responseIndices.ts';
export { type WorstTenth, worstTenth } from './worstTenth.ts';
