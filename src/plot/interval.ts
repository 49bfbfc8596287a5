/** An estimate with its 95 % interval; `undefined`: the sample gives no such number. */
export interface Interval {
  readonly estimate?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}
