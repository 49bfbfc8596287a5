export * from './kernel/index.ts';
export * from './random/index.ts';
export * from './statistics/index.ts';
export * from './experiment/index.ts';
export * from './app/index.ts';
