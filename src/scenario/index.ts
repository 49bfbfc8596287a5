export {
  loadScenario,
  type FileOptions,
  type Loaded,
  type Refusal,
  type SourceOptions,
  type Warning,
} from './loadScenario.ts';
export { formatIssue, ScenarioError, type Issue } from './issue.ts';
export { nameReference, nameText } from './nameText.ts';
export { printableLine } from './printableLine.ts';
export { extendFiles, SHIPPED, type Loader, type ReadFile } from './extendFiles.ts';
export { shippedPlace } from './shippedPlace.ts';
export { type Setting } from './applySettings.ts';
export { commonScale } from './commonScale.ts';
export { LIMITS, type Limits } from './limits.ts';
export { openCatalog, type Catalog, type CatalogAnswer } from './catalog.ts';
export type { CatalogEntry, SeriesItem } from './catalogEntry.ts';
export {
  BASES,
  CONFIDENCES,
  ROLES,
  type Basis,
  type Confidence,
  type LedgerRow,
  type Role,
} from './ledger.ts';
export {
  count,
  date,
  duration,
  money,
  power,
  quantity,
  rate,
  ratio,
  uncertain,
  uncertainCount,
  type BlockOptions,
} from './blocks.ts';
export { differing } from './differing.ts';
export { type Dimension } from './dimension.ts';
export { type QuantityBlock } from './quantityBlock.ts';
export { type QuantityInput, type QuantityMap } from './statedQuantity.ts';
export { stage, type Stage, type StageBlock, type StageMap } from './stage.ts';
export { series, type SeriesBlock, type SeriesPoint } from './series.ts';
export { refuseActualsAfter, type ActualsOptions } from './refuseActuals.ts';
export { jsonSchema } from './jsonSchema.ts';
export { schemaReference } from './schemaReference.ts';
export { formatDuration } from './formatDuration.ts';
export { expectedOneOf } from './suggestion.ts';
