export { mergeSegments, type Stretch } from './mergeSegments.ts';
export { pathDays, type PathDaysOptions } from './pathDays.ts';
