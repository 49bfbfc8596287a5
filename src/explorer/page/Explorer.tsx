import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { unheldParts } from '../link/link.ts';
import { changedState, type PageState } from '../link/pageState.ts';
import type { Facts } from '../scenarioFacts.ts';
import { Answer } from './Answer.tsx';
import { Change } from './Change.tsx';
import { Problems, wrongAt } from './Problems.tsx';
import { ScenarioPicker } from './ScenarioPicker.tsx';
import { Share } from './Share.tsx';
import { useBrought } from './useBrought.ts';
import { useDesk } from './useDesk.ts';
import { useLink } from './useLink.ts';
import { useQuestion } from './useQuestion.ts';
import { Views } from './Views.tsx';
import type { ViewProps } from './viewProps.ts';

/** The whole page: a state, what the desk says of it, and what changes it. */
export function Explorer({
  start,
  startWorker,
}: {
  start: PageState;
  startWorker: () => Worker;
}): JSX.Element {
  const [state, setState] = useState(start);
  const brought = useBrought(setState);
  const { said, ask, tell } = useDesk(startWorker, brought.open);
  const change = (part: Partial<PageState>): void => setState((before) => changedState(before, part));
  const { first, facts } = said;
  const source = useMemo(
    () => state.source ?? (first === undefined ? undefined : { kind: 'shipped' as const, name: first }),
    [state.source, first],
  );
  const unread = useQuestion(ask, source, state);
  useLink(state, (next) => {
    brought.forget();
    setState(next);
  });

  const { replication } = state;
  useEffect(() => {
    if (replication !== undefined && said.isCurrent) tell({ kind: 'path', replication });
  }, [replication, said.isCurrent, said.picture?.milestone?.name]);

  useEffect(() => {
    document.title = facts === undefined ? 'Gigaramp explorer' : `${facts.name} · Gigaramp explorer`;
  }, [facts]);

  useEffect(() => {
    void unheldParts(location.hash, start).then((parts) => {
      if (parts.length > 0)
        brought.say(
          `warning: the link holds what makes no sense, as one does that was cut off (${[...new Set(parts)].join(', ')}): that part is as on a fresh page`,
        );
    });
  }, []);

  const problems = [...unread, ...said.problems];
  return (
    <>
      <header>
        <h1>Gigaramp explorer</h1>
        <ScenarioPicker
          scenarios={said.scenarios}
          source={source}
          text={facts?.text}
          wrongAt={wrongAt(problems, state.source)}
          onPick={brought.pick}
          onFolder={(folder) => tell({ kind: 'folder', folder })}
          onProblem={(problem) => brought.say(`error: ${problem}`)}
        />
        {brought.line !== undefined && (
          <div class="warning" role="status">
            <p>{brought.line}</p>
          </div>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        <Problems problems={problems} state={state} said={said} onChange={change} />
        {facts !== undefined ? (
          <Columns
            state={state}
            said={said}
            facts={facts}
            tell={tell}
            onChange={change}
            isRefused={problems.length > 0}
          />
        ) : (
          problems.length === 0 && <p class="quiet">The scenario is loading.</p>
        )}
      </main>
    </>
  );
}

/** The answer with its views, what can be changed, and what can be taken along. */
function Columns({
  state,
  said,
  facts,
  tell,
  onChange,
  isRefused,
}: Omit<ViewProps, 'picture'> & { readonly isRefused: boolean }): JSX.Element {
  const shown = withKnownMilestone(state, facts);
  return (
    <div class="columns">
      <section class="results" aria-label="Results">
        <h2>{facts.title}</h2>
        {said.isCurrent && shown.milestone !== state.milestone && (
          <p class="warning">
            milestone: {state.milestone}, which the scenario does not have: the answer is of its target
          </p>
        )}
        <Answer state={shown} said={said} facts={facts} isRefused={isRefused} onChange={onChange} />
        <Views state={shown} said={said} facts={facts} tell={tell} onChange={onChange} />
      </section>
      <Change state={state} facts={facts} problems={said.problems} onChange={onChange} />
      <Share state={shown} said={said} tell={tell} isRefused={isRefused} />
    </div>
  );
}

/** A milestone that the scenario does not have, of a link or of a setting that took it away, is its target. */
function withKnownMilestone(state: PageState, { milestones }: Facts): PageState {
  const { milestone } = state;
  const isKnown = milestones.some(({ name }) => name === milestone);
  return isKnown || milestone === undefined ? state : { ...state, milestone: undefined };
}
