/**
 * What a contract still needs and what it has, in GPUs that count towards it; a rack of another product counts for
 * what it replaces.
 */
export interface Need {
  /** GPUs the contract buys with all its deals of this replication, in whole racks of its product. */
  readonly gpus: number;
  /** The same with the deals that are signed by now. */
  signedGpus: number;
  /** On their way, waiting or placed: all that still counts. */
  committedGpus: number;
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

/** The need of a contract that has nothing yet; deals that are still to come are a part of `gpus`. */
export function newNeed(gpus: number, signedGpus: number = gpus): Need {
  return {
    gpus,
    signedGpus,
    committedGpus: 0,
    placedGpus: 0,
    placedRacks: 0,
    lastPlaced: -1,
    acceptedGpus: 0,
    acceptedRacks: 0,
    replacedGpus: 0,
  };
}
