export { allCoalitions, coalitionsOf, type CauseGroup, type Coalition } from './coalitions.ts';
export {
  gridDesign,
  latinHypercubeDesign,
  listDesign,
  morrisDesign,
  oneAtATimeDesign,
  sobolDesign,
  type MorrisRow,
  type SampleOptions,
} from './designs.ts';
export { designStream } from './designStream.ts';
export {
  checkFactors,
  levelsOf,
  levelValue,
  rowOf,
  type DesignRow,
  type Factor,
  type InputFactor,
  type ListedFactor,
  type RangedFactor,
} from './factor.ts';
export { latinHypercube } from './latinHypercube.ts';
export { morrisTrajectories, type MorrisStep } from './morris.ts';
export { antitheticOrders } from './orders.ts';
export { relaxationRows, type JoinSteps, type Relaxation, type RelaxationRow } from './relaxation.ts';
export { MOST_SALTELLI_FACTORS, saltelliMatrices, saltelliRows, type SaltelliMatrix } from './saltelli.ts';
export { MOST_SOBOL_DIMENSIONS, sobolSequence, type SobolSequence } from './sobol.ts';
export { removalRows, type Effect, type Removal, type RemovalRow } from './removal.ts';
