export { canonicalJson, fromCanonicalJson } from './canonical.ts';
export { defineModel, type ColumnDraft, type ModelDraft } from './defineModel.ts';
export { openDiskStore, readDiskStore, type Found, type RecordedRun } from './diskStore.ts';
export { refuseForeign } from './recordBlocks.ts';
export { removeRecords, storedIdentity } from './recordsFolder.ts';
export { chunkOf, ReplicationError, type Chunk, type Executor } from './executor.ts';
export {
  basePoint,
  defineExperiment,
  experimentOf,
  sha256,
  type Experiment,
  type Identity,
  type PlannedPoint,
} from './experiment.ts';
export { parseIdentity } from './identity.ts';
export { InputError } from './inputError.ts';
export { announceInputFile, INPUT_FILES, type InputFile } from './inputFiles.ts';
export { makeWritableFolder } from './makeFolder.ts';
export { manifestText, parseManifest, type Manifest, type ResultKind, type RunFacts } from './manifest.ts';
export { memoryStore } from './memoryStore.ts';
export type {
  DescribedPart,
  ExplainedRun,
  Model,
  OrderOption,
  Point,
  Reached,
  Track,
  UncertainInput,
} from './model.ts';
export { nodeMajor, packageRoot, packageVersion } from './package.ts';
export { sampleOnGrid } from './sampleOnGrid.ts';
export type { SampledInputs } from './sampledInputs.ts';
export { parsedJson, type Parsed } from './parsedJson.ts';
export { firstDifference, recordsAt, replay, type Difference } from './replay.ts';
export { replicate } from './replicate.ts';
export { checkReplications, Interrupted, runExperiment, runRanges, type Progress } from './run.ts';
export { contradicted, enoughOf, observedColumns, refuseImpossible } from './given.ts';
export { moreReplications, runEnough } from './runEnough.ts';
export { runUntil, type Precise } from './runUntil.ts';
export {
  isFileThere,
  isFolderThere,
  namesIn,
  requireFolder,
  resultBytes,
  resultChunks,
  resultText,
} from './resultFile.ts';
export { blocksOf, wholeBlocks } from './wholeBlocks.ts';
export {
  isUnfinished,
  replaceFile,
  unfinishedName,
  unwritable,
  writeNamedFile,
  writeWholeFile,
} from './wholeFile.ts';
export { writePlaceOf } from './writePlace.ts';
