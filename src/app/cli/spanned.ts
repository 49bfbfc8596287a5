/** An estimate and its interval as texts; nothing of an interval where there is no number at all. */
export interface Spanned {
  readonly value: string;
  readonly interval?: string | undefined;
}

/** On one line: `5.2 % (4.0 % to 6.8 %)`. */
export function onOneLine({ value, interval }: Spanned): string {
  return interval === undefined ? value : `${value} (${interval})`;
}

/** For a cell of a table: the interval below. */
export function onTwoLines({ value, interval }: Spanned): string {
  return interval === undefined ? value : `${value}\n${interval}`;
}
