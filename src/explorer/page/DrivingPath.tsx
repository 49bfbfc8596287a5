import type { JSX } from 'preact';
import { causeTitle } from '../../answer/causeTitle.ts';
import { drawnPastText } from '../../answer/pastText.ts';
import type { PathStory } from '../pathStory.ts';
import type { Facts, Milestone } from '../scenarioFacts.ts';
import { dateText } from './words.ts';

interface Props {
  readonly path: PathStory | undefined;
  readonly replication: number;
  readonly milestone: Milestone | undefined;
  readonly facts: Pick<Facts, 'asOf' | 'titles'>;
}

/** What one replication waited for on its way to the milestone, stage by stage. */
export function DrivingPath({ path, replication, milestone, facts }: Props): JSX.Element {
  if (path === undefined || path.replication !== replication || path.milestone !== milestone?.name)
    return <p class="quiet">The replication is run again for its path.</p>;
  const { asOf, titles } = facts;
  const title = `${milestone.title} in replication ${replication}`;
  if (path.date === undefined) return <p>{title}: not reached by the horizon.</p>;
  const sums = path.daysByCause
    .filter(({ days }) => days >= 0.5)
    .map(({ cause, days }) => `${causeTitle(cause, titles)} ${Math.round(days)}`);
  return (
    <div class="path">
      <h3>
        {title}: {dateText(path.date)}
      </h3>
      <p class="note">
        Days by cause: {sums.join(', ')}. One replication: exact to the day, without an interval.
        {asOf !== undefined && ` ${drawnPastText(dateText(asOf))}`}
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label="Driving path">
        <table>
          <thead>
            <tr>
              <th scope="col">what was waited for</th>
              <th scope="col" class="end">
                days
              </th>
              <th scope="col">from</th>
              <th scope="col">to</th>
              <th scope="col">how</th>
            </tr>
          </thead>
          <tbody>
            {path.stretches.map(({ from, to, days, activity, entity, cause, how }, index) => (
              <tr key={index}>
                <th scope="row">
                  {activity}
                  {entity === '' ? '' : ` at ${entity}`}
                  {cause === undefined ? '' : ` (${causeTitle(cause, titles)})`}
                </th>
                <td class="end">{days}</td>
                <td class="date">{from}</td>
                <td class="date">{to}</td>
                <td>{how}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
