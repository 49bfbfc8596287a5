/** Why an event happened: by lapse of time, a grant, the last of several arrivals, a policy; or it is the start. */
export const CauseKind = { elapsed: 0, granted: 1, joined: 2, decided: 3, start: 4 } as const;
export type CauseKind = (typeof CauseKind)[keyof typeof CauseKind];

const KIND_NAMES = ['elapsed', 'granted', 'joined', 'decided', 'start'];

// An event's label, kind and clock mark share one integer.
/** @internal */
export const MAX_LABEL = 0xffffff;
const KIND_SHIFT = 24;
const KIND_MASK = 7 << KIND_SHIFT;
/** @internal */
export const EXOGENOUS: number = 1 << 27;
/**
 * Marks an event that the kernel plans for a wait: a grant, the end of work, the end of patience. It comes and goes
 * with the wait, and is nobody's to cancel besides.
 *
 * @internal
 */
export const OF_WAIT: number = 1 << 28;
/**
 * Marks the event of a callback that is the end of work: its callback is an `Ending`.
 *
 * @internal
 */
export const ENDS_WORK: number = 1 << 29;
/** @internal */
export const kindOf = (packed: number): number => (packed & KIND_MASK) >> KIND_SHIFT;
/** @internal */
export const isKind = (kind: unknown): kind is CauseKind =>
  Number.isInteger(kind) && KIND_NAMES[kind as number] !== undefined;
/** @internal */
export const withKind = (packed: number, kind: CauseKind): number =>
  (packed & ~KIND_MASK) | (kind << KIND_SHIFT);

/**
 * One row for each executed event, and for each step put on record without one; row 0 is the start.
 *
 * `time` and four integers (enabler, detail, packed label, entity) are written for every event. Only an event that
 * is not a plain delay has a detail row: request, runner-up and ties.
 */
export class CauseRecord {
  time: Float64Array = new Float64Array(1024);
  /** @internal */
  row: Int32Array = new Int32Array(4 * 1024);
  private detailTime: Float64Array = new Float64Array(2 * 256);
  private detail: Int32Array = new Int32Array(4 * 256);
  private details = 1;

  /** Forgets everything and keeps the arrays. @internal */
  clear(startTime: number): void {
    this.details = 1;
    this.time[0] = startTime;
    this.row.fill(0, 0, 4);
    this.row[2] = withKind(0, CauseKind.start);
  }

  /** @internal */
  add(event: number, time: number, enabler: number, detail: number, label: number, entity: number): void {
    if (event === this.time.length) this.grow();
    this.time[event] = time;
    const { row } = this;
    row[event * 4] = enabler;
    row[event * 4 + 1] = detail;
    row[event * 4 + 2] = label;
    row[event * 4 + 3] = entity;
  }

  private grow(): void {
    const time = new Float64Array(2 * this.time.length);
    time.set(this.time);
    this.time = time;
    const row = new Int32Array(2 * this.row.length);
    row.set(this.row);
    this.row = row;
  }

  /** Whether rows and details are kept. */
  isOn = true;

  /**
   * `runnerUpEvent` brought the runner-up about, −1 when not known; `thirdTime` is when the one before it was there,
   * NaN for none.
   *
   * @internal
   */
  addDetail(
    request: number,
    runnerUpTime: number,
    runnerUpLabel: number,
    ties: number,
    runnerUpEvent = -1,
    thirdTime: number = NaN,
  ): number {
    if (!this.isOn) return 0;
    const index = this.details++;
    if (2 * index === this.detailTime.length) {
      const detailTime = new Float64Array(4 * index);
      detailTime.set(this.detailTime);
      this.detailTime = detailTime;
      const detail = new Int32Array(8 * index);
      detail.set(this.detail);
      this.detail = detail;
    }
    this.detailTime[index * 2] = runnerUpTime;
    this.detailTime[index * 2 + 1] = thirdTime;
    this.detail[index * 4] = request;
    this.detail[index * 4 + 1] = runnerUpLabel;
    this.detail[index * 4 + 2] = ties;
    this.detail[index * 4 + 3] = runnerUpEvent;
    return index;
  }

  /** The event during whose execution this one was scheduled, granted or released. */
  enabler(event: number): number {
    return this.row[event * 4];
  }

  /** The event at which the waiting began; the enabler for a plain delay. */
  request(event: number): number {
    const detail = this.row[event * 4 + 1];
    return detail === 0 ? this.row[event * 4] : this.detail[detail * 4];
  }

  /** @internal */
  requestOfDetail(detail: number): number {
    return this.detail[detail * 4];
  }

  kind(event: number): CauseKind {
    return kindOf(this.row[event * 4 + 2]) as CauseKind;
  }

  kindName(event: number): string {
    return KIND_NAMES[this.kind(event)];
  }

  /** Whether the event is a clock: a tick, a periodic supply or decision, never a cause. */
  isExogenous(event: number): boolean {
    return (this.row[event * 4 + 2] & EXOGENOUS) !== 0;
  }

  label(event: number): number {
    return this.row[event * 4 + 2] & MAX_LABEL;
  }

  entity(event: number): number {
    return this.row[event * 4 + 3];
  }

  /** When the arrival or unit that did not bind was there; NaN when there was none. */
  runnerUpTime(event: number): number {
    const detail = this.row[event * 4 + 1];
    return detail === 0 ? NaN : this.detailTime[detail * 2];
  }

  /** The event that brought the runner-up about; −1 when there was none or it is not known. */
  runnerUpEvent(event: number): number {
    const detail = this.row[event * 4 + 1];
    return detail === 0 ? -1 : this.detail[detail * 4 + 3];
  }

  /** When the arrival before the runner-up was there; NaN when there was none. */
  thirdTime(event: number): number {
    const detail = this.row[event * 4 + 1];
    return detail === 0 ? NaN : this.detailTime[detail * 2 + 1];
  }

  runnerUpLabel(event: number): number {
    return this.detail[this.row[event * 4 + 1] * 4 + 1];
  }

  /** How many others arrived at the very time of the binding arrival. */
  ties(event: number): number {
    return this.detail[this.row[event * 4 + 1] * 4 + 2];
  }
}
