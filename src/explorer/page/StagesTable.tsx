import type { JSX } from 'preact';
import { shareText } from '../../plot/numberText.ts';
import type { StageChange } from '../changes.ts';
import type { StageDates, StageRow } from '../picture.ts';
import { signed } from './changeWords.ts';
import { IntervalCell } from './IntervalCell.tsx';
import { wholeDays } from './words.ts';

const days = signed(wholeDays);

interface Props {
  readonly stages: readonly StageRow[];
  readonly changes: readonly StageChange[] | undefined;
  readonly asOf: string | undefined;
}

/** The dates of the stages with the intervals of their medians, and against the baseline in days. */
export function StagesTable({ stages, changes, asOf }: Props): JSX.Element {
  return (
    <details>
      <summary>Dates of the stages as a table</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label="Dates of the stages">
        <table>
          <thead>
            <tr>
              <th scope="col">site and stage</th>
              <th scope="col" class="end">
                start, median
              </th>
              <th scope="col" class="end">
                finish, median
              </th>
              <th scope="col" class="end">
                begun, finished
              </th>
              {changes !== undefined && (
                <>
                  <th scope="col" class="end">
                    start against the baseline, days
                  </th>
                  <th scope="col" class="end">
                    finish against the baseline, days
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {stages.map(({ site, stage, start, finish, begun, finished }) => {
              const change = changes?.find((one) => one.site === site && one.stage === stage);
              return (
                <tr key={`${site} ${stage}`}>
                  <th scope="row">
                    {site}, {stage}
                  </th>
                  <DatesCell dates={start} asOf={asOf} />
                  <DatesCell dates={finish} asOf={asOf} />
                  <td class="end">
                    {[begun, finished]
                      .map((share) => (share === undefined ? '…' : shareText(share)))
                      .join(', ')}
                  </td>
                  {changes !== undefined && (
                    <>
                      {change === undefined ? <td /> : <IntervalCell of={change.start} text={days} />}
                      {change === undefined ? <td /> : <IntervalCell of={change.finish} text={days} />}
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p class="note">
        Medians with their 95 % intervals, of the runs that begin the stage; the shares that begin and finish
        it by the horizon have theirs in stages.csv.
      </p>
    </details>
  );
}

/** Before the as-of date, where nobody observed it, a date says no more than that. */
function DatesCell({
  dates: { p50, low, high, isUnobserved },
  asOf,
}: {
  readonly dates: StageDates;
  readonly asOf: string | undefined;
}): JSX.Element {
  if (isUnobserved && asOf !== undefined && p50 !== undefined && p50 < asOf)
    return (
      <td class="end">
        earlier<span class="interval">day not observed</span>
      </td>
    );
  return (
    <td class="end">
      {p50 ?? 'later'}
      <span class="interval">
        {low ?? '…'} to {high ?? '…'}
      </span>
    </td>
  );
}
