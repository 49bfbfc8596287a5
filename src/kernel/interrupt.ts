/** Thrown at the yield of a process that another one interrupts. */
export class Interrupt extends Error {
  readonly reason: unknown;
  /** Days, or working days, that were left of the delay or work that was interrupted; undefined when it was neither. */
  readonly remainingDays: number | undefined;

  constructor(reason: unknown, remainingDays: number | undefined) {
    super(`interrupted: ${String(reason)}`);
    this.name = 'Interrupt';
    this.reason = reason;
    this.remainingDays = remainingDays;
  }
}
