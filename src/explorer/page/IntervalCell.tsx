import type { JSX } from 'preact';
import type { Estimate } from '../../statistics/estimate.ts';

/** A cell with an estimate over its 95 % interval. */
export function IntervalCell({
  of: { estimate, low, high },
  text,
}: {
  of: Estimate;
  text: (value: number) => string;
}): JSX.Element {
  const known = (value: number | undefined): string => (value === undefined ? '…' : text(value));
  return (
    <td class="end">
      {estimate === undefined ? 'not known' : text(estimate)}
      {estimate !== undefined && (
        <span class="interval">
          {known(low)} to {known(high)}
        </span>
      )}
    </td>
  );
}
