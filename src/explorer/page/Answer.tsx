import type { JSX } from 'preact';
import type { Difference } from '../picture.ts';
import type { Facts } from '../scenarioFacts.ts';
import type { PageState } from '../link/pageState.ts';
import type { Said } from './useDesk.ts';
import { answerOf, changeOf, dateText, differenceText, replicationsWords, tied } from './words.ts';

interface Props {
  readonly state: PageState;
  readonly said: Said;
  readonly facts: Facts;
  /** Whether what was asked last cannot be run. */
  readonly isRefused: boolean;
  readonly onChange: (part: Partial<PageState>) => void;
}

/** The answer in one sentence with its interval, how far the run is, and what a change did against a baseline. */
export function Answer({ state, said, facts, isRefused, onChange }: Props): JSX.Element {
  const { picture, isCurrent } = said;
  const { baseline } = state;
  const answer = picture && answerOf(picture, facts);
  const change = picture && changeOf(picture);
  return (
    <div class="answer">
      <Asked state={state} facts={facts} onChange={onChange} />
      <p class={isCurrent ? 'sentence' : 'sentence stale'}>
        {answer === undefined ? (
          isRefused ? (
            'Nothing was run yet.'
          ) : (
            'The first replications are running.'
          )
        ) : (
          <>
            {answer.number !== '' && <strong>{answer.number}</strong>} {tied(answer.words)}
          </>
        )}
      </p>
      {baseline !== undefined && change !== undefined && <p class="change">{tied(change)}</p>}
      <Running state={state} said={said} isRefused={isRefused} onChange={onChange} />
      {baseline !== undefined && picture !== undefined && picture.differences.length > 0 && (
        <Differences differences={picture.differences} facts={facts} />
      )}
      {facts.warnings.length > 0 && (
        <details class="warning">
          <summary>
            {facts.warnings.length === 1 ? 'One thing' : `${facts.warnings.length} things`} may not be meant
          </summary>
          <pre>{facts.warnings.join('\n')}</pre>
        </details>
      )}
    </div>
  );
}

/** What is asked, beside the scenario: of which milestone, in how many replications. */
function Asked({ state, facts, onChange }: Omit<Props, 'said' | 'isRefused'>): JSX.Element {
  return (
    <div class="asked">
      <label>
        Milestone{' '}
        <select
          value={state.milestone ?? facts.target}
          onChange={({ currentTarget }) =>
            onChange({ milestone: currentTarget.value === facts.target ? undefined : currentTarget.value })
          }
        >
          {facts.milestones.map(({ name, title, due }) => (
            <option key={name} value={name}>
              {due === undefined ? title : `${title}, due ${dateText(due)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        Replications{' '}
        <select
          value={String(state.replications)}
          onChange={({ currentTarget }) => onChange({ replications: Number(currentTarget.value) })}
        >
          {[...new Set([200, 1000, 5000, state.replications])].map((count) => (
            <option key={count} value={String(count)}>
              {count.toLocaleString('en-US')}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** How far the run is, and what it is compared with. */
function Running({ state, said, isRefused, onChange }: Omit<Props, 'facts'>): JSX.Element {
  const { picture, isCurrent } = said;
  const { baseline, settings } = state;
  const isDone = isCurrent && picture !== undefined && picture.replications === picture.total;
  return (
    <div class="running">
      <progress
        aria-label="Replications finished"
        max={picture?.total ?? 1}
        value={isCurrent ? (picture?.replications ?? 0) : 0}
      />
      <span class="quiet" role="status">
        {isDone
          ? `done, ${replicationsWords(picture.replications, picture.effective)}`
          : isRefused
            ? 'not run'
            : 'running'}
      </span>
      {baseline === undefined ? (
        <button type="button" onClick={() => onChange({ baseline: settings })}>
          Keep as baseline
        </button>
      ) : (
        <button type="button" onClick={() => onChange({ baseline: undefined })}>
          Drop the baseline
        </button>
      )}
      {baseline !== undefined && (
        <button type="button" onClick={() => onChange({ settings: baseline })}>
          Back to the baseline
        </button>
      )}
    </div>
  );
}

/** Without the milestone that is the target too. */
function onceEach(differences: readonly Difference[], { target, milestones }: Facts): Difference[] {
  const titleOf = (name: string | undefined): string | undefined =>
    milestones.find((one) => one.name === name)?.title;
  return differences.filter(
    ({ name }) => name === target || titleOf(name) !== titleOf(target) || titleOf(name) === undefined,
  );
}

function Differences({
  differences,
  facts,
}: {
  readonly differences: readonly Difference[];
  readonly facts: Facts;
}): JSX.Element {
  return (
    <details>
      <summary>Every milestone against the baseline</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">what</th>
              <th scope="col" class="end">
                difference (95 % interval)
              </th>
            </tr>
          </thead>
          <tbody>
            {onceEach(differences, facts).map((difference) => (
              <tr key={difference.name}>
                <th scope="row">
                  {facts.milestones.find(({ name }) => name === difference.name)?.title ?? difference.name}
                </th>
                <td class="end">{differenceText(difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
