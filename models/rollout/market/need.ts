/**
 * What a contract still needs and what it has, in GPUs that count towards it; a rack of another product counts for
 * what it replaces.
 */
export interface Need {
  /** GPUs the contract buys, in whole racks of its product. */
  readonly gpus: number;
  /** On their way, waiting or placed: all that still counts, and the positions of the provider that it takes. */
  committedGpus: number;
  committedPositions: number;
  /** What the provider owes: allotted but not taken, or diverted. */
  creditGpus: number;
  /** Racks taken and not yet at the dock. */
  racksOnTheWay: number;
  placedGpus: number;
  placedRacks: number;
  /** The rack that was placed last, −1 for none. */
  lastPlaced: number;
  /** N(t): slots of the contract accepted; and racks accepted, those that fill an old slot included. */
  acceptedGpus: number;
  acceptedRacks: number;
  /** In halls that go back, whose slots new racks take. */
  replacedGpus: number;
}

/** The need of a contract that has nothing yet. */
export function newNeed(gpus: number): Need {
  return {
    gpus,
    committedGpus: 0,
    committedPositions: 0,
    creditGpus: 0,
    racksOnTheWay: 0,
    placedGpus: 0,
    placedRacks: 0,
    lastPlaced: -1,
    acceptedGpus: 0,
    acceptedRacks: 0,
    replacedGpus: 0,
  };
}
