import { LEAST_SHARE } from '../../answer/leastShare.ts';
import type { JSX } from 'preact';
import { causeTitle } from '../../answer/causeTitle.ts';
import { UNMET } from '../../answer/unmet.ts';
import { bindingChart } from '../../plot/index.ts';
import { intervalText, shareText } from '../../plot/numberText.ts';
import type { HeldBack } from '../picture.ts';
import { changeText } from './changeWords.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { MilestoneMark, milestoneNote } from './MilestoneMark.tsx';
import { PathDaysView } from './PathDaysView.tsx';
import { readDate } from './readDate.ts';
import type { ViewProps } from './viewProps.ts';
import { dateText, pastOf, pointsText } from './words.ts';

/** What held back the capacity that was still to come, over time, and what stood on the way to the milestone. */
export function BindingView(props: ViewProps): JSX.Element {
  const { picture, state, facts, onChange } = props;
  const { binding } = picture.now;
  const titleOf = (cause: string): string => causeTitle(cause, facts.titles);
  if (binding.length === 0) return <p class="quiet">The scenario has nothing that binds.</p>;
  const points = binding.map(({ date, cause, share }) => ({ date, cause: titleOf(cause), share }));
  const date = readDate(state, picture, facts);
  const read = (on: string): string => {
    const held = heldOn(binding, on);
    const shares = held
      .filter(({ share = 0 }) => share >= LEAST_SHARE)
      .sort((a, b) => b.share! - a.share!)
      .map(
        ({ cause, share, low, high }) =>
          `${titleOf(cause)} ${intervalText({ estimate: share, low, high }, shareText)}`,
      );
    return `${dateText(held[0]!.date)}: ${shares.length === 0 ? 'nothing is held back' : shares.join(', ')}`;
  };
  return (
    <>
      <ChartFigure
        name="binding"
        of={[picture]}
        draw={(settings) => bindingChart({ ...settings, ...pastOf(facts), points, unmet: titleOf(UNMET) })}
        dates={[...new Set(points.map((point) => point.date))]}
        date={date}
        read={read}
        onDate={(next) => onChange({ date: next })}
        over={(area) => <MilestoneMark area={area} picture={picture} asOf={facts.asOf} />}
        note={`Of the capacity that was still to come at each date, the part that waited for each cause. ${milestoneNote(picture, facts.asOf)}`}
      />
      <SharesTable {...props} date={date} />
      <PathDaysView {...props} />
    </>
  );
}

function heldOn(binding: readonly HeldBack[], date: string): readonly HeldBack[] {
  const at = binding.findLast((held) => held.date <= date)?.date ?? binding[0]!.date;
  return binding.filter((held) => held.date === at);
}

/** The shares of the date that is read, each with its interval, and against the baseline. */
function SharesTable({ picture, facts, date }: ViewProps & { date: string }): JSX.Element {
  const { now, baseline, changes } = picture;
  const held = heldOn(now.binding, date);
  const at = held[0]!.date;
  const old = baseline && heldOn(baseline.binding, date);
  const rows = held
    .map((one) => ({
      ...one,
      before: old?.find(({ cause }) => cause === one.cause),
      change: changes?.binding.find((change) => change.date === at && change.cause === one.cause)?.change,
    }))
    .filter(({ share = 0, before }) => share > 0 || (before?.share ?? 0) > 0)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  if (rows.length === 0) return <p>On {dateText(at)} nothing is held back.</p>;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="What binds on the date that is read">
      <table>
        <caption>
          <span>What was held back at the end of {dateText(at)}, by cause</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">cause</th>
            <th scope="col" class="end">
              share (95 % interval)
            </th>
            {baseline !== undefined && (
              <>
                <th scope="col" class="end">
                  baseline
                </th>
                <th scope="col" class="end">
                  difference
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cause, share, low, high, before, change }) => (
            <tr key={cause}>
              <th scope="row">{causeTitle(cause, facts.titles)}</th>
              <td class="end">{intervalText({ estimate: share, low, high }, shareText)}</td>
              {baseline !== undefined && (
                <>
                  <td class="end">
                    {before === undefined
                      ? ''
                      : intervalText(
                          { estimate: before.share, low: before.low, high: before.high },
                          shareText,
                        )}
                  </td>
                  <td class="end">{change === undefined ? '' : changeText(change, pointsText)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
