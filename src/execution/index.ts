export { inline } from './inline.ts';
export { loadModel, type ModelSource } from './modelSource.ts';
export { threads } from './threads.ts';
export { tsxApi } from './tsxApi.ts';
