import { useState } from 'preact/hooks';
import type { OpenedRun, Source } from '../exchange.ts';
import { FRESH, type PageState } from '../link/pageState.ts';
import type { FolderReply } from './useDesk.ts';

/** What somebody opened or dropped on the page. */
export interface Brought {
  /** What is said of it. */
  readonly line: string | undefined;
  readonly say: (line: string) => void;
  readonly forget: () => void;
  /** Shows a scenario: with the settings of the run that waited for its file, else as it is. */
  readonly pick: (source: Source) => void;
  /** Opens the run of a results folder, or says why not. */
  readonly open: (reply: FolderReply) => void;
}

/** Keeps what was brought to the page: a run whose scenario is a file of its own waits for that file. */
export function useBrought(setState: (change: (before: PageState) => PageState) => void): Brought {
  const [pending, setPending] = useState<OpenedRun | undefined>(undefined);
  const [line, say] = useState<string | undefined>(undefined);
  const openRun = (run: OpenedRun, source: Source): void => {
    const { settings, seed, replications, remark } = run;
    setPending(undefined);
    say(remark);
    setState((before) => ({ ...FRESH, view: before.view, source, settings, seed, replications }));
  };
  const forget = (): void => {
    setPending(undefined);
    say(undefined);
  };
  return {
    line,
    say,
    forget,
    pick: (source) => {
      if (source.kind === 'own' && source.name === pending?.scenario.name) return openRun(pending, source);
      forget();
      setState(({ view, seed, replications }) => ({ ...FRESH, view, seed, replications, source }));
    },
    open: (reply) => {
      if (reply.kind === 'noFolder') return say(reply.problem.line);
      const { run } = reply;
      if (run.scenario.kind === 'shipped') return openRun(run, { kind: 'shipped', name: run.scenario.name });
      setPending(run);
      say(
        `${run.name}: its scenario is ${run.scenario.name}, which a page cannot read by itself: open or drop that file too`,
      );
    },
  };
}
