export * from './kernel/index.ts';
export * from './random/index.ts';
export * from './statistics/index.ts';
export * from './experiment/index.ts';
export * from './app/index.ts';
export { display, fanOf, readinessOf, bindingOf, byPoint, differencesOf } from './notebook/index.ts';
export { compareTable, milestonesTable } from './output/index.ts';
export { gridDesign } from './design/index.ts';
