import { NO_SITE } from './site.ts';
import { newStepEnds, type StepEnds } from './stepEnds.ts';

/**
 * All racks of the rollout, one column a fact: struct of arrays because a programme has up to 10⁵ racks and more.
 *
 * Times are days; NaN means "not yet".
 */
export interface Racks {
  count: number;
  /** Lot that the rack came from; −1 for a rack of a reassigned fleet. */
  lot: Int32Array;
  /** Programme that took the rack, and its product, by their places in the scenario. */
  programme: Int16Array;
  product: Int16Array;
  /** Serial at the rack's maker: the address of its own draws, the same in every scenario. */
  serial: Float64Array;
  site: Int16Array;
  /** Hall of the site: place of its positions among those that became ready there. */
  hall: Int32Array;
  pod: Int32Array;
  /** Whether it could have come sooner, had positions been forecast sooner. */
  askedLater: Uint8Array;
  /** Install job that the rack belongs to, −1 for none. */
  job: Int32Array;
  /** Times dead at power-on, failures of burn-in, and where the ends of its steps after installation stand. */
  deaths: Uint8Array;
  reworks: Uint8Array;
  firstStep: Int32Array;
  readonly stepEnds: StepEnds;
  diverted: Uint8Array;
  divertedAt: Float64Array;
  /** Whether it took the place of a rack in a hall that went back, and so no slot of its own. */
  replaces: Uint8Array;
  /** Whether its steps after the crew came are on the cause record. */
  onRecord: Uint8Array;
  /** GPUs of its contract that it came to count for when it was accepted. */
  slotGpus: Float64Array;
  dockedAt: Float64Array;
  placedAt: Float64Array;
  /** When the rack's install job began, and when the rack's own turn in it did. */
  installStartAt: Float64Array;
  turnAt: Float64Array;
  /**
   * When it is installed, when its last soak begins and when it passes: known once its job has begun, and so maybe
   * still to come.
   */
  installedAt: Float64Array;
  lastSoakAt: Float64Array;
  passedAt: Float64Array;
  inServiceAt: Float64Array;
  /** Row of the cause record at which the rack's position was ready. */
  readyBy: Int32Array;
  /** When the rack's position was ready, and when its last power, building, cooling or network part was. */
  readyAt: Float64Array;
  plantAt: Float64Array;
  /** Binding class of that last part. */
  plantClass: Int8Array;
}

/** An empty table with room for `capacity` racks. */
export function newRacks(capacity: number): Racks {
  const times = (): Float64Array => new Float64Array(capacity).fill(Number.NaN);
  return {
    count: 0,
    lot: new Int32Array(capacity),
    programme: new Int16Array(capacity),
    product: new Int16Array(capacity),
    serial: new Float64Array(capacity),
    site: new Int16Array(capacity).fill(NO_SITE),
    hall: new Int32Array(capacity).fill(-1),
    pod: new Int32Array(capacity).fill(-1),
    askedLater: new Uint8Array(capacity),
    job: new Int32Array(capacity).fill(-1),
    deaths: new Uint8Array(capacity),
    reworks: new Uint8Array(capacity),
    firstStep: new Int32Array(capacity),
    stepEnds: newStepEnds(),
    diverted: new Uint8Array(capacity),
    divertedAt: times(),
    replaces: new Uint8Array(capacity),
    onRecord: new Uint8Array(capacity),
    slotGpus: new Float64Array(capacity),
    dockedAt: times(),
    placedAt: times(),
    installStartAt: times(),
    turnAt: times(),
    installedAt: times(),
    lastSoakAt: times(),
    passedAt: times(),
    inServiceAt: times(),
    readyBy: new Int32Array(capacity),
    readyAt: times(),
    plantAt: times(),
    plantClass: new Int8Array(capacity),
  };
}

type Column = Exclude<keyof Racks, 'count' | 'stepEnds'>;

// What each column holds of a rack of which nothing is known.
const NOTHING_KNOWN = newRacks(1);
const COLUMNS = Object.keys(NOTHING_KNOWN).filter(
  (name): name is Column => name !== 'count' && name !== 'stepEnds',
);

/** Empties a table and keeps its room, for who runs many replications. */
export function clearRacks(racks: Racks): Racks {
  for (const column of COLUMNS) racks[column].fill(NOTHING_KNOWN[column][0]!, 0, racks.count);
  racks.count = racks.stepEnds.count = 0;
  return racks;
}

/** Adds a rack and returns its row; the table doubles when it is full, which diverted racks can bring about. */
export function addRack(
  racks: Racks,
  {
    lot,
    serial,
    programme,
    product,
    askedLater,
  }: { lot: number; serial: number; programme: number; product: number; askedLater: boolean },
): number {
  if (racks.count === racks.lot.length) grow(racks);
  const rack = racks.count++;
  racks.lot[rack] = lot;
  racks.serial[rack] = serial;
  racks.programme[rack] = programme;
  racks.product[rack] = product;
  racks.askedLater[rack] = askedLater ? 1 : 0;
  return rack;
}

function grow(racks: Racks): void {
  const { count, stepEnds } = racks;
  const larger = newRacks(Math.max(64, racks.lot.length * 2));
  for (const column of COLUMNS) larger[column].set(racks[column]);
  Object.assign(racks, larger, { count, stepEnds });
}
