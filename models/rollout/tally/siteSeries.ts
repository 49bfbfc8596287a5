/** The series of every site, in MW of facility power. */
export const SITE_SERIES = [
  ['energized_mw', 'power energized'],
  ['ready_mw', 'power of ready positions'],
  ['filled_mw', 'power of positions that have a rack'],
  ['serving_mw', 'power of racks in service'],
] as const;

/** Name of the column of a series of a site. */
export function siteSeriesName(series: string, site: string): string {
  return `${series}:${site}`;
}
