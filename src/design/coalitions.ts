import type { DesignRow } from './factor.ts';
import { planRow } from './relaxation.ts';

/** More causes than this are 2^m points too many. */
const MOST_CAUSES = 12;

/**
 * Every subset of the causes at plan, in binary order: bit i of a row's place says whether cause i is at plan. Row 0 is the
 * base, the last row has all of them at plan.
 *
 * @throws RangeError on a repeated cause and above 12 causes
 * @example coalitionRows(['chips', 'power']).map(({ atPlan }) => atPlan) // [], ['chips'], ['power'], ['chips', 'power']
 */
export function coalitionRows(causes: readonly string[]): DesignRow[] {
  if (new Set(causes).size < causes.length) throw new RangeError('causes: one twice, expected each once');
  if (causes.length > MOST_CAUSES) {
    throw new RangeError(`causes: ${causes.length}, expected at most ${MOST_CAUSES}: 2^m points are run`);
  }
  return Array.from({ length: 2 ** causes.length }, (_, subset) =>
    planRow(
      causes.filter((__, index) => ((subset >> index) & 1) === 1),
      causes,
    ),
  );
}
