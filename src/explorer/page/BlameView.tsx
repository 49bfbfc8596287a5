import { durationText } from '../../wording/index.ts';
import { UP_TO_HORIZON } from '../../answer/upToHorizon.ts';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { intervalsChart } from '../../plot/index.ts';
import { shareText } from '../../plot/numberText.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { BlameStory } from '../blameStory.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { changeText, signed } from './changeWords.ts';
import { IntervalCell } from './IntervalCell.tsx';
import type { ViewProps } from './viewProps.ts';
import { dateText, wholeDays } from './words.ts';

/** As many as the command line runs when it is not told. */
const USUAL = 200;
const COUNTS = [50, USUAL, 1000] as const;

/** Who made the milestone late: too dear to follow every change, so that it is run when it is asked for. */
export function BlameView(props: ViewProps): JSX.Element {
  const { state, said, picture } = props;
  if (picture.milestone === undefined) return <p class="quiet">The scenario has no milestone.</p>;
  if (state.blame === undefined) return <Offer {...props} />;
  if (said.blame === undefined || said.blame.milestone !== picture.milestone.name)
    return <Running {...props} />;
  return <Found {...props} story={said.blame} />;
}

function Offer({ picture, facts, said, onChange }: ViewProps): JSX.Element {
  const [count, setCount] = useState<number>(USUAL);
  const sides = picture.baseline === undefined ? 1 : 2;
  const runs = facts.coalitions * count * sides;
  const time =
    picture.millisecondsEach === undefined
      ? ''
      : `, about ${durationText((runs * picture.millisecondsEach) / 1000)} here`;
  const isDone = said.isCurrent && picture.replications === picture.total;
  return (
    <div class="offer">
      <p>
        Which causes made {picture.milestone!.title} late, and by how many days each? For that every
        combination of the causes is run as drawn while the others keep to the plan, on the same draws: what{' '}
        <code>gigaramp blame</code> does. It does not follow your changes by itself.
      </p>
      <p>
        <strong>
          Cost: {facts.coalitions} combinations × {count.toLocaleString('en-US')} replications
          {sides === 2 ? ' × 2 with the baseline' : ''} = {runs.toLocaleString('en-US')} replications{time}.
        </strong>
      </p>
      <div class="asked">
        <label>
          Replications of each{' '}
          <select
            value={String(count)}
            onChange={({ currentTarget }) => setCount(Number(currentTarget.value))}
          >
            {COUNTS.map((one) => (
              <option key={one} value={String(one)}>
                {one.toLocaleString('en-US')}
              </option>
            ))}
          </select>
        </label>
        <button type="button" disabled={!isDone} onClick={() => onChange({ blame: count })}>
          {isDone ? 'Share out the blame' : 'When the run is done'}
        </button>
      </div>
    </div>
  );
}

function Running({ said, onChange }: ViewProps): JSX.Element {
  const { blaming } = said;
  const [done, total] = blaming === undefined ? [0, 1] : [blaming.done, blaming.total];
  return (
    <div class="running">
      <progress aria-label="Combinations finished" max={total} value={done} />
      <span class="quiet" role="status">
        {blaming === undefined
          ? 'the combinations are run when all else is done'
          : `${Math.floor((100 * done) / total)} % of ${total.toLocaleString('en-US')} replications`}
      </span>
      <button type="button" onClick={() => onChange({ blame: undefined })}>
        Stop
      </button>
    </div>
  );
}

function cell(estimate: Estimate): string {
  return estimate.estimate === undefined ? 'not known' : changeText(estimate, wholeDays);
}

function Found({ story, picture, tell, onChange }: ViewProps & { story: BlameStory }): JSX.Element {
  const groups = story.groups.toSorted((a, b) => (b.shapley.estimate ?? 0) - (a.shapley.estimate ?? 0));
  return (
    <>
      <p>
        {picture.milestone!.title}: on average {dateText(story.asDrawn)} as drawn and {dateText(story.atPlan)}{' '}
        with every draw at its median, a delay of {cell(story.delay)} days
        {story.delayChange && <>, {cell(story.delayChange)} against the baseline</>}. 95 % intervals;{' '}
        {story.replications.toLocaleString('en-US')} replications of each of {story.coalitions} combinations.
      </p>
      <ChartFigure
        name="blame"
        of={[story]}
        draw={(settings) =>
          intervalsChart({
            ...settings,
            measure: 'days of delay, Shapley value',
            unit: 'day',
            rows: groups.map(({ name, shapley }) => ({ name, ...shapley })),
            reference: 0,
            directions: ['earlier', 'later'],
          })
        }
        note={`What each cause adds to the delay, averaged over all orders of the causes: these sum to the delay. ${UP_TO_HORIZON}: the horizon cut ${shareText(story.censored)} of the runs.`}
      />
      <BlameTable groups={groups} hasChange={story.delayChange !== undefined} />
      <p class="note">
        Only Shapley values sum to the delay. Days on the driving path are days of the whole way, of the runs
        that reached the milestone.{' '}
        <span class="files">
          <button type="button" onClick={() => tell({ kind: 'table', name: 'blame' })}>
            blame.csv
          </button>{' '}
          <button type="button" onClick={() => onChange({ blame: undefined })}>
            Another number of replications
          </button>
        </span>
      </p>
    </>
  );
}

function BlameTable({
  groups,
  hasChange,
}: {
  readonly groups: BlameStory['groups'];
  readonly hasChange: boolean;
}): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Blame by cause">
      <table>
        <caption>
          <span>Days by cause, each with its 95 % interval</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">cause</th>
            {HEADS.map((head) => (
              <th key={head} scope="col" class="end">
                {head}
              </th>
            ))}
            {hasChange && (
              <th scope="col" class="end">
                Shapley value against the baseline
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, shapley, leaveOneOut, addOne, path, change }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {[shapley, leaveOneOut, addOne].map((one, index) => (
                <IntervalCell key={HEADS[index]} of={one} text={signed(wholeDays)} />
              ))}
              <IntervalCell of={path} text={wholeDays} />
              {change !== undefined && <IntervalCell of={change} text={signed(wholeDays)} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const HEADS = [
  'Shapley value',
  'gained with it alone at plan',
  'delay added by this cause alone',
  'on the driving path, days of the whole way',
] as const;
