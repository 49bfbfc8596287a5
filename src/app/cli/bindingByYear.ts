import { LEAST_SHARE } from '../../answer/leastShare.ts';
import { tellingYearEnds, type Answer } from '../../answer/index.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

const TITLE = 'What holds back the capacity still to come, at the end of each year';

/** What the capacity still to come waited for at the end of each year: on its last report date. */
export function bindingByYear(bound: Answer['boundBy']): string[] {
  if (bound === undefined) return [];
  const dates = tellingYearEnds(bound);
  if (dates.length === 0) return [];
  const rows = bound.causes.flatMap((cause) => {
    const shares = dates.map((date) => bound.share(cause, date) ?? {});
    if (!shares.some(({ estimate }) => (estimate ?? 0) >= LEAST_SHARE)) return [];
    return [
      [
        bound.titleOf(cause),
        ...shares.map((share) =>
          share.estimate === undefined ? 'nothing blocked' : percentWithInterval(share),
        ),
      ],
    ];
  });
  const years = dates.map((date) => date.slice(0, 4));
  return rows.length > 0 ? [plainTable(['bound at the end of', ...years], rows, TITLE)] : [];
}
