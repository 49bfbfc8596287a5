/**
 * Since when at least so much has been available, for any amount.
 *
 * Keeps the rising steps of the level seen from now backwards; a fall removes the steps above it.
 */
export class FreeSince {
  private readonly amounts: number[] = [];
  private readonly times: number[] = [];

  constructor(now: number, amount: number) {
    this.set(now, amount);
  }

  set(now: number, amount: number): void {
    const { amounts, times } = this;
    let since = now;
    let last = amounts.length - 1;
    for (; last >= 0 && amounts[last] >= amount; last--) {
      since = times.pop()!;
      amounts.pop();
    }
    // A step of one time is one step, or thousands at one instant would each be looked at.
    if (last >= 0 && times[last] === since) amounts[last] = amount;
    else {
      amounts.push(amount);
      times.push(since);
    }
  }

  /** The time since when `amount` has been available without a break; NaN when it is not. */
  at(amount: number): number {
    let step = this.amounts.length - 1;
    if (step < 0 || this.amounts[step] < amount) return NaN;
    while (step > 0 && this.amounts[step - 1] >= amount) step--;
    return this.times[step];
  }
}
