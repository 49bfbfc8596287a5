import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Outcome } from './attempt.ts';
import { mutant } from './mutant.ts';

/** A mutant that did neither run nor end in an error with a position. */
export interface Finding {
  readonly index: number;
  readonly file: string;
  readonly change: string;
  readonly what: string;
}

/** What a round of mutants came to. */
export interface FuzzResult {
  readonly ran: number;
  readonly refused: number;
  readonly findings: readonly Finding[];
}

/** Longest that a mutant may take beside others, and alone at the end: a busy machine is no finding. */
const MOST_MILLISECONDS = 10_000;
const ALONE_MILLISECONDS = 120_000;
/** Most memory. */
const MOST_MEGABYTES = 1000;

const NO_END = `no end after ${ALONE_MILLISECONDS / 1000} s`;

interface Answer {
  readonly index: number;
  readonly file: string;
  readonly change: string;
  readonly outcome: Outcome;
}

/**
 * Tries mutants `from ≤ index < from + count` in child processes that are used again, and replaced after a hang or a death.
 *
 * @example await fuzz({ seed: '1', count: 500 });
 */
export async function fuzz({
  seed,
  count,
  from = 0,
  processes = 2,
  onProgress = () => {},
}: {
  seed: string;
  count: number;
  from?: number;
  processes?: number;
  onProgress?: (done: number, findings: readonly Finding[]) => void;
}): Promise<FuzzResult> {
  const counts = { ran: 0, refused: 0 };
  const findings: Finding[] = [];
  let next = from;
  let done = 0;
  const slow: number[] = [];
  const take = (index: number, answer: Answer | string): void => {
    const { file, change } = typeof answer === 'string' ? mutant(seed, index) : answer;
    if (typeof answer === 'string') findings.push({ index, file, change, what: answer });
    else if (answer.outcome.kind === 'fault')
      findings.push({ index, file, change, what: answer.outcome.what });
    else counts[answer.outcome.kind]++;
    onProgress(++done, findings);
  };
  const lane = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    while (next < from + count) {
      const index = next++;
      child ??= await startChild();
      const answer = await tryOne(child, seed, index, MOST_MILLISECONDS);
      if (typeof answer === 'string') {
        child.kill('SIGKILL');
        child = undefined;
      }
      if (answer === NO_END) slow.push(index);
      else take(index, answer);
    }
    child?.disconnect();
  };
  await Promise.all(Array.from({ length: processes }, lane));
  for (const index of slow) {
    const child = await startChild();
    take(index, await tryOne(child, seed, index, ALONE_MILLISECONDS));
    child.kill('SIGKILL');
  }
  return { ...counts, findings: findings.sort((a, b) => a.index - b.index) };
}

async function startChild(): Promise<ChildProcess> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(new URL('./child.ts', import.meta.url), {
    execArgv: ['--import', tsx, `--max-old-space-size=${MOST_MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('child: ended before it began')));
  });
  return child;
}

/** The answer of a child, or in words why there is none. */
async function tryOne(
  child: ChildProcess,
  seed: string,
  index: number,
  mostMilliseconds: number,
): Promise<Answer | string> {
  return await new Promise((resolve) => {
    const finish = (answer: Answer | string): void => {
      clearTimeout(timer);
      child.off('message', finish);
      child.off('exit', died);
      resolve(answer);
    };
    const died = (): void => finish('the process died (memory?)');
    const timer = setTimeout(() => finish(NO_END), mostMilliseconds);
    child.on('message', finish);
    child.on('exit', died);
    child.send({ seed, index });
  });
}
