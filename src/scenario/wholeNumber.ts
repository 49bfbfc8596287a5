// 1.005k is 1004.9999999999999: far above such rounding, far below anything that is not whole.
const ROUNDING = 1e-9;

/** The whole number that is meant by a value; nothing where none is. */
export function wholeNumber(value: number): number | undefined {
  const whole = Math.round(value);
  // Minus zero is no number that anybody means.
  return Math.abs(value - whole) > ROUNDING * Math.max(1, Math.abs(value)) ? undefined : whole + 0;
}
