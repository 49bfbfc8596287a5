import type { JSX } from 'preact';
import { causeTitle } from '../../answer/causeTitle.ts';
import { attributionChart } from '../../plot/index.ts';
import { shareText } from '../../plot/numberText.ts';
import { changeText } from './changeWords.ts';
import { ChartFigure } from './ChartFigure.tsx';
import type { ViewProps } from './viewProps.ts';
import { wholeDays } from './words.ts';

/** Mean days by cause on the driving path to the milestone that is asked about, and against the baseline. */
export function PathDaysView({ picture, facts }: ViewProps): JSX.Element | null {
  const { milestone, now, changes, replications } = picture;
  const causes = now.path.filter(({ estimate = 0 }) => estimate > 0);
  if (milestone === undefined || now.path.length === 0) return null;
  if (causes.length === 0)
    return <p class="quiet">No replication reaches {milestone.title} by the horizon.</p>;
  const reached = (now.path[0]!.n ?? 0) / replications;
  const moved = (changes?.path ?? []).filter(({ change }) => (change.estimate ?? 0) !== 0);
  return (
    <>
      <ChartFigure
        name="path"
        of={[picture]}
        draw={(settings) =>
          attributionChart({
            ...settings,
            milestone: milestone.title,
            causes: causes.map((one) => ({ ...one, cause: causeTitle(one.cause, facts.titles) })),
            total: now.pathTotal,
            reached,
          })
        }
        note={`Days on the driving path to ${milestone.title}, over the ${shareText(reached)} of the runs that reach it: they sum to its mean date.`}
      />
      {changes !== undefined && (
        <p>
          Against the baseline, over the runs that reach it both times:{' '}
          {moved.length === 0
            ? 'no cause has more or fewer days.'
            : `${moved.map(({ cause, change }) => `${causeTitle(cause, facts.titles)} ${changeText(change, wholeDays)}`).join('; ')} days.`}
        </p>
      )}
    </>
  );
}
