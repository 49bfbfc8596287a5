import { CauseRecord } from './causeRecord.ts';
import { Whereabouts } from './whereabouts.ts';

/** What has happened until now, row by row, and why: events, and steps that no event told of. */
export class RunRecord extends Whereabouts {
  /** What happened and why, one row an executed event or a step put on record without one. */
  readonly causes: CauseRecord = new CauseRecord();
  /** Row of the event now executing; steps that it puts on record have rows of their own. @internal */
  executed = 0;
  /** @internal */
  protected rows = 0;
  private steps = 0;
  /** Row from which on what happens at this instant is counted. @internal */
  protected instantBegan = 0;

  /** Begins anew, at the present. @internal */
  protected clearRecord(isOn: boolean): void {
    this.instantBegan = this.executed = this.rows = this.steps = 0;
    this.causes.isOn = isOn;
    this.causes.clear(this.clock);
  }

  /** Index of the event now executing, in the cause record; 0 is the start. */
  get currentEvent(): number {
    return this.executed;
  }

  get executedEvents(): number {
    return this.rows - this.steps;
  }

  /** Events executed and steps put on record: the last row of the cause record. */
  get recordedRows(): number {
    return this.rows;
  }

  /** Whether a row is there. @internal */
  protected isRow(row: number): boolean {
    return Number.isInteger(row) && row >= 0 && row <= this.rows;
  }

  /** @internal */
  protected refuseRow(what: string, row: unknown, label: number, entity: number): never {
    this.refuse(what, row, `a row from 0 to ${this.rows}`, label, entity);
  }

  /**
   * Puts on record a step that is over and that no event told of; gives its row, which the next step or `attribute`
   * may name.
   *
   * It lasted from row `enabler` until `time`. Throws on a row that is not there and on a time that is not between
   * the row's and now.
   *
   * @example
   * const installed = simulation.recordStep(crewGranted, 12, install, rack);
   * const passed = simulation.recordStep(installed, 15, burnIn, rack);
   */
  recordStep(enabler: number, time: number, label = 0, entity = 0): number {
    if (!this.causes.isOn) return this.executed;
    if (!this.isRow(enabler)) this.refuseRow('enabler of a step', enabler, label, entity);
    if (typeof time !== 'number') this.refuse('end of a step', time, 'a number of days', label, entity);
    const at = this.rounded(time);
    const began = this.causes.time[enabler];
    if (!(at >= began && at <= this.clock))
      this.refuse('end of a step', time, `a time from ${began} to ${this.clock}`, label, entity);
    this.steps++;
    // A row that is no event counts for none at this instant.
    this.instantBegan++;
    this.causes.add(++this.rows, at, enabler, 0, label, entity);
    return this.rows;
  }
}
