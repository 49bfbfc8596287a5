import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BlameStory } from '../blameStory.ts';
import type { Problem, Question, Reply, Request, ScenarioCard } from '../exchange.ts';
import type { PathStory } from '../pathStory.ts';
import type { Picture } from '../picture.ts';
import type { Facts } from '../scenarioFacts.ts';
import { saveText } from './saveFile.ts';

/** What the desk has said so far. */
export interface Said {
  readonly scenarios: readonly ScenarioCard[];
  /** The scenario that the command line runs when none is named. */
  readonly first: string | undefined;
  readonly facts: Facts | undefined;
  readonly picture: Picture | undefined;
  readonly problems: readonly Problem[];
  readonly path: PathStory | undefined;
  readonly blame: BlameStory | undefined;
  /** How far blame is shared out, in replications. */
  readonly blaming: { readonly done: number; readonly total: number } | undefined;
  /** Whether the picture is of the question that was asked last. */
  readonly isCurrent: boolean;
}

const NOTHING: Said = {
  scenarios: [],
  first: undefined,
  facts: undefined,
  picture: undefined,
  problems: [],
  path: undefined,
  blame: undefined,
  blaming: undefined,
  isCurrent: false,
};

/** What the desk says of a results folder: it is about no question. */
export type FolderReply = Extract<Reply, { kind: 'folder' | 'noFolder' }>;

/** What the page does with its desk. */
export interface DeskHandle {
  readonly said: Said;
  ask(question: Omit<Question, 'id'>): void;
  tell(request: Exclude<Request, { kind: 'ask' }>): void;
}

/** Starts the worker behind the page, once, and keeps what it says of the latest question. */
export function useDesk(start: () => Worker, onFolder: (reply: FolderReply) => void): DeskHandle {
  const [said, setSaid] = useState(NOTHING);
  const worker = useRef<Worker | undefined>(undefined);
  const latest = useRef(0);
  const opened = useRef(onFolder);
  opened.current = onFolder;

  useEffect(() => {
    const desk = start();
    worker.current = desk;
    desk.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'folder' || data.kind === 'noFolder') return opened.current(data);
      if (data.kind !== 'ready' && data.id !== latest.current) return;
      if (data.kind === 'file') saveText(data.file);
      else setSaid((before) => after(before, data));
    });
    desk.addEventListener('error', ({ message }) =>
      setSaid((before) => ({
        ...before,
        problems: [
          {
            line: `error: ${message || 'the worker of this page did not start'}`,
            path: undefined,
            at: undefined,
          },
        ],
      })),
    );
    return () => desk.terminate();
  }, []);

  const ask = useCallback((question: Omit<Question, 'id'>) => {
    latest.current += 1;
    setSaid((before) => ({ ...before, isCurrent: false, blame: undefined, blaming: undefined }));
    worker.current?.postMessage({
      kind: 'ask',
      question: { ...question, id: latest.current },
    } satisfies Request);
  }, []);
  const tell = useCallback((request: Request) => worker.current?.postMessage(request), []);
  return { said, ask, tell };
}

function after(before: Said, reply: Exclude<Reply, FolderReply | { kind: 'file' }>): Said {
  if (reply.kind === 'ready') return { ...before, scenarios: reply.scenarios, first: reply.first };
  if (reply.kind === 'facts') return { ...before, facts: reply.facts, problems: [] };
  if (reply.kind === 'refused') return { ...before, problems: reply.problems };
  if (reply.kind === 'picture') return { ...before, picture: reply.picture, problems: [], isCurrent: true };
  if (reply.kind === 'blaming') return { ...before, blaming: reply };
  if (reply.kind === 'blame') return { ...before, blame: reply.blame, blaming: undefined };
  return { ...before, path: reply.path };
}
