const PLURALS: ReadonlyMap<string, string> = new Map([
  ['gpu', 'GPUs'],
  ['day', 'days'],
  ['rack', 'racks'],
  ['position', 'positions'],
  ['site', 'sites'],
]);

/** A unit as words after a number or on an axis: `GPUs`, `days`, `MW`. */
export function unitText(unit: string, single = false): string {
  if (unit === 'share' || unit === 'fraction') return '%';
  const plural = PLURALS.get(unit) ?? unit;
  return single && PLURALS.has(unit) ? plural.slice(0, -1) : plural;
}
