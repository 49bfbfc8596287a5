export { blame, type Blame, type CoalitionValues } from './blame.ts';
export { mergeSegments, type Stretch } from './mergeSegments.ts';
export { pathDrag, pathDrags, type PathDragOptions } from './pathDrag.ts';
export { traceEvents, type TraceEvent } from './traceEvents.ts';
export { pathDays, type PathDaysOptions } from './pathDays.ts';
