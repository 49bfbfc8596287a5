import { useEffect, useMemo, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { InputError } from '../../experiment/inputError.ts';
import type { OpenedRun, Problem, Source } from '../exchange.ts';
import type { Facts } from '../scenarioFacts.ts';
import type { Settings } from '../settings.ts';
import { changedState, FRESH, type PageState, type TypedSettings } from '../link/pageState.ts';
import { readSettings } from '../link/settings.ts';
import { Answer } from './Answer.tsx';
import { Change } from './Change.tsx';
import { ScenarioPicker } from './ScenarioPicker.tsx';
import { Share } from './Share.tsx';
import { useDesk, type Said } from './useDesk.ts';
import { useLink } from './useLink.ts';
import { Views } from './Views.tsx';

/** The whole page: a state, what the desk says of it, and what changes it. */
export function Explorer({
  start,
  startWorker,
}: {
  start: PageState;
  startWorker: () => Worker;
}): JSX.Element {
  const [state, setState] = useState(start);
  const [pending, setPending] = useState<OpenedRun | undefined>(undefined);
  const [brought, setBrought] = useState<string | undefined>(undefined);
  const openRun = (run: OpenedRun, source: Source): void => {
    const { settings, seed, replications, remark } = run;
    setPending(undefined);
    setBrought(remark);
    setState((before) => ({ ...FRESH, view: before.view, source, settings, seed, replications }));
  };
  const { said, ask, tell } = useDesk(startWorker, (reply) => {
    if (reply.kind === 'noFolder') return setBrought(reply.problem.line);
    const { run } = reply;
    if (run.scenario.kind === 'shipped') return openRun(run, { kind: 'shipped', name: run.scenario.name });
    setPending(run);
    setBrought(
      `${run.name}: its scenario is ${run.scenario.name}, which a page cannot read by itself: open or drop that file too`,
    );
  });
  const change = (part: Partial<PageState>): void => setState((before) => changedState(before, part));
  const { first, facts } = said;
  const { settings, baseline, seed, replications, milestone, blame, size, spend, costs } = state;
  const source = useMemo(
    () => state.source ?? (first === undefined ? undefined : { kind: 'shipped' as const, name: first }),
    [state.source, first],
  );
  const [unread, setUnread] = useState<readonly Problem[]>([]);

  useEffect(() => {
    if (source === undefined) return;
    const read = (typed: TypedSettings): Settings | undefined => {
      try {
        return readSettings(typed);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        setUnread([{ line: `error: ${error.message}`, path: undefined }]);
        return undefined;
      }
    };
    setUnread([]);
    const now = read(settings);
    const before = baseline && read(baseline);
    const steps = { size, spend, costs };
    if (now !== undefined)
      ask({ source, settings: now, baseline: before, seed, replications, milestone, blame, steps });
  }, [source, settings, baseline, seed, replications, milestone, blame, size, spend, costs]);

  useLink(state, (next) => {
    setPending(undefined);
    setBrought(undefined);
    setState(next);
  });

  const { replication } = state;
  useEffect(() => {
    if (replication !== undefined && said.isCurrent) tell({ kind: 'path', replication });
  }, [replication, said.isCurrent, said.picture?.milestone?.name]);

  useEffect(() => {
    document.title = facts === undefined ? 'Gigaramp explorer' : `${facts.name} · Gigaramp explorer`;
  }, [facts]);

  const problems = [...unread, ...said.problems];
  const shown = withKnownMilestone(state, facts);
  return (
    <>
      <header>
        <h1>Gigaramp explorer</h1>
        <ScenarioPicker
          scenarios={said.scenarios}
          source={source}
          text={facts?.text}
          wrongAt={wrongAt(problems, state.source)}
          onPick={(picked) => {
            if (picked.kind === 'own' && picked.name === pending?.scenario.name)
              return openRun(pending, picked);
            setPending(undefined);
            setBrought(undefined);
            setState({ ...FRESH, view: state.view, seed, replications, source: picked });
          }}
          onFolder={(folder) => tell({ kind: 'folder', folder })}
          onProblem={(problem) => setBrought(`error: ${problem}`)}
        />
        {brought !== undefined && (
          <div class="warning" role="status">
            <p>{brought}</p>
          </div>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        <Problems problems={problems} state={state} said={said} onChange={change} />
        {facts === undefined ? (
          problems.length === 0 && <p class="quiet">The scenario is loading.</p>
        ) : (
          <div class="columns">
            <section class="results" aria-label="Results">
              <h2>{facts.title}</h2>
              {said.isCurrent && shown.milestone !== state.milestone && (
                <p class="warning">
                  milestone: {state.milestone}, which the scenario does not have: the answer is of its target
                </p>
              )}
              <Answer
                state={shown}
                said={said}
                facts={facts}
                isRefused={problems.length > 0}
                onChange={change}
              />
              <Views state={shown} said={said} facts={facts} tell={tell} onChange={change} />
            </section>
            <Change state={state} facts={facts} problems={said.problems} onChange={change} />
            <Share state={shown} said={said} tell={tell} />
          </div>
        )}
      </main>
    </>
  );
}

/** A milestone that the scenario does not have, of a link or of a setting that took it away, is its target. */
function withKnownMilestone(state: PageState, facts: Facts | undefined): PageState {
  const { milestone } = state;
  const isKnown = facts === undefined || facts.milestones.some(({ name }) => name === milestone);
  return isKnown || milestone === undefined ? state : { ...state, milestone: undefined };
}

/** What is wrong, if anything is. */
function Problems({
  problems,
  state: { settings },
  said,
  onChange,
}: {
  readonly problems: readonly Problem[];
  readonly state: PageState;
  readonly said: Said;
  readonly onChange: (part: Partial<PageState>) => void;
}): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <div class="warning problems" role="alert">
      <p>
        {problems.length === 1 ? 'One thing is' : `${problems.length} things are`} wrong
        {said.picture === undefined || said.isCurrent ? '' : '; what is shown below is of before'}.
      </p>
      <pre>{problems.map(({ line }) => line).join('\n')}</pre>
      {Object.keys(settings).length > 0 && (
        <button type="button" onClick={() => onChange({ settings: {} })}>
          Undo all changes
        </button>
      )}
    </div>
  );
}

/** Where in the text that is shown the first thing is wrong. */
function wrongAt(
  problems: readonly Problem[],
  source: Source | undefined,
): { line: number; column: number } | undefined {
  if (source?.kind !== 'own') return undefined;
  for (const { line } of problems) {
    const [, file, row, column] = /^error: (.+?):(\d+):(\d+): /.exec(line) ?? [];
    if (file === source.name) return { line: Number(row), column: Number(column) };
  }
  return undefined;
}
