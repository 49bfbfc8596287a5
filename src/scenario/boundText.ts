// From here on digits are counted, not read.
const LONG = 1e9;

/** A bound as it is shown: `20,000,000`, `0.25`, `1e12`. */
export function boundText(value: number): string {
  return Math.abs(value) >= LONG
    ? value.toExponential().replace('e+', 'e')
    : value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
