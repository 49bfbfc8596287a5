/** Causes whose names in `binding.csv` and `attribution.csv` say too little alone. */
const TITLES: Readonly<Record<string, string>> = {
  crew: 'crews',
  existing: 'existing halls',
  unmet: 'does not come by the horizon',
};

/** What a cause of a table is called. */
export function causeTitle(cause: string): string {
  return Object.hasOwn(TITLES, cause) ? TITLES[cause]! : cause;
}
