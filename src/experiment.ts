// What a script imports as `gigaramp/experiment`: models, points, runs and records, and the two ways of running them
// on one machine.
export {
  basePoint,
  defineExperiment,
  defineModel,
  InputError,
  Interrupted,
  memoryStore,
  openDiskStore,
  replicate,
  ReplicationError,
  runExperiment,
  runUntil,
  sampleOnGrid,
  type Executor,
  type Experiment,
  type Model,
  type ModelDraft,
  type Point,
  type UncertainInput,
} from './experiment/index.ts';
export { type Column, type Outcome, type Outputs, type PointRecords, type Records } from './record/index.ts';
export { inline, threads, type ModelSource } from './execution/index.ts';
