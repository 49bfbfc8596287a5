import { countText } from '../../wording/index.ts';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DesignRow } from '../../design/index.ts';
import { InputError, type Progress } from '../../experiment/index.ts';
import { printableLine } from '../../scenario/index.ts';
import type { EmbeddedServer, FailedShard } from '../../queue/index.ts';
import { prepareFolder } from '../outputFolder.ts';
import type { Precision } from '../precision.ts';
import type { QueuedResult } from '../runQueued.ts';
import type { ExperimentRun, RunResult } from '../runToFolder.ts';
import { noteLine, type Console } from './console.ts';
import { withoutShard } from './shard.ts';
import { shellCommand } from '../../refusal/index.ts';
import { watched, type Watch } from './watched.ts';

/** What a command was given that a run through a queue is run with. */
export interface QueuedOptions {
  readonly queue: string | true | undefined;
  readonly shards: number | undefined;
  /** What was typed after `gigaramp`. */
  readonly words: readonly string[];
  readonly replications?: number | undefined;
  /** Threads that compute here too. */
  readonly workers?: number | undefined;
  readonly until?: Precision | undefined;
  readonly fresh?: boolean | undefined;
}

/** Where an embedded server listens. */
interface Embedded {
  readonly host: string | undefined;
  readonly port: number | undefined;
}

/** Failed shards that are named one by one. */
const MOST_NAMED = 20;

/** @throws InputError where one part of a run is asked for and a queue too. */
export function refuseQueue(queue: string | true | undefined, shards: number | undefined): void {
  if (queue !== undefined) throw new InputError('queue: with --shard, expected one of them');
  if (shards !== undefined) throw new InputError('shards: with --shard, expected --shard i/n alone');
}

/** `--queue` of `gigaramp run` and `sweep`: progress over all workers, the results at the end. */
export async function queued<S>(
  console: Console,
  { queue, shards, words, replications, workers, until, fresh }: QueuedOptions,
  run: ExperimentRun<S> & { rows?: readonly DesignRow[] },
): Promise<RunResult<S>> {
  if (queue === undefined) throw new InputError('shards: without --queue, expected both');
  if (until !== undefined) {
    throw new InputError('until: with --queue, expected --replications: the queue is told how many');
  }
  if (fresh === true) throw new InputError('fresh: with --queue, expected another --out folder');
  const embedded = typeof queue === 'string' ? embeddedFrom(queue) : undefined;
  const threads = workers ?? (embedded === undefined ? undefined : availableParallelism());
  const result = await watched(console, async (watch) => {
    const whole = { ...run, replications, shards, command: withoutShard(words) };
    if (embedded === undefined) {
      return await throughQueue(console, queue === true ? undefined : queue, whole, threads, watch);
    }
    return await withServer(console, embedded, run.out, async (url, onLost) =>
      throughQueue(console, url, whole, threads, watch, onLost),
    );
  });
  if (result.run !== undefined) return result.run;
  for (const line of failureLines(result.failed)) noteLine(console, line);
  const remedy =
    embedded === undefined
      ? `gigaramp queue retry ${result.id}, and then the same command`
      : 'the same command';
  throw new Error(
    `${result.failed.length} of ${result.shards} shards failed, all others are kept; to try them again: ${remedy}`,
  );
}

/** @throws InputError on what is no address. */
function embeddedFrom(text: string): Embedded | undefined {
  if (!/^embedded(:|$)/.test(text)) return undefined;
  const [, host, port] = /^embedded(?::([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?)?$/i.exec(text) ?? [];
  if (text !== 'embedded' && host === undefined) {
    throw new InputError(
      'queue: embedded with what is no address, expected embedded:address:port, such as embedded:0.0.0.0:5433',
    );
  }
  return { host: host?.replace(/^\[|\]$/g, ''), port: port === undefined ? undefined : Number(port) };
}

/** Starts a database in the output folder, and removes it when all that it held is in the tables or the records. */
async function withServer<S>(
  console: Console,
  { host, port }: Embedded,
  out: string,
  body: (url: string, onLost: () => Promise<void>) => Promise<QueuedResult<S>>,
): Promise<QueuedResult<S>> {
  prepareFolder(out);
  const { embeddedServer } = await import('../../queue/index.ts');
  const folder = join(out, 'database');
  const server: EmbeddedServer = await embeddedServer({ folder, host, port });
  await server.start();
  try {
    for (const line of helpLines(server)) noteLine(console, line);
    const result = await body(server.url, async () => await server.start().catch(() => {}));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    return result;
  } finally {
    await server.stop();
  }
}

/** The command of those who help: in the environment, as what stands in a command is seen by all on its machine. */
function helpLines({ url, isLocal }: EmbeddedServer): string[] {
  return [
    `to help${isLocal ? ' on this machine' : ''}: GIGARAMP_QUEUE=${shellCommand([url])} gigaramp worker`,
    ...(isLocal ? ['(for other machines too: --queue embedded:0.0.0.0)'] : []),
  ];
}

async function throughQueue<S>(
  console: Console,
  url: string | undefined,
  run: ExperimentRun<S> & {
    replications: number | undefined;
    shards: number | undefined;
    command: readonly string[];
  },
  threads: number | undefined,
  { signal, onFound, onProgress }: Watch,
  onLost?: () => Promise<void>,
): Promise<QueuedResult<S>> {
  const { layTables, openDatabase, queueUrl } = await import('../../queue/index.ts');
  const { runQueued } = await import('../runQueued.ts');
  const { workOnQueue } = await import('../workOnQueue.ts');
  const database = await openDatabase(queueUrl(url, process.env));
  const { model } = run.experiment;
  const ended = new AbortController();
  const failed = new AbortController();
  let helper: Promise<unknown> = Promise.resolve();
  let failure: unknown;
  let progress: Progress | undefined;
  let workers = 0;
  const show = (): void => {
    if (progress !== undefined) {
      onProgress({ ...progress, phase: countText(workers, 'worker') });
    }
  };
  try {
    await layTables(database);
    return await runQueued({
      ...run,
      database,
      signal: AbortSignal.any([signal, failed.signal]),
      ...(onLost === undefined ? {} : { onLost }),
      onFound,
      onRequested(onlyRun) {
        noteLine(console, `run ${onlyRun} in queue ${database.shown}`);
        if (threads === undefined) return;
        const { source } = run;
        helper = workOnQueue({
          database,
          model,
          source,
          workers: threads,
          onlyRun,
          signal: ended.signal,
        }).catch((error: unknown) => {
          failure = error;
          failed.abort();
        });
      },
      onProgress(next) {
        progress = next;
        show();
      },
      onWorkers(count) {
        if (count === workers) return;
        workers = count;
        show();
      },
    });
  } catch (error) {
    throw failure ?? error;
  } finally {
    ended.abort();
    await helper;
    await database.close();
  }
}

function failureLines(failed: readonly FailedShard[]): string[] {
  const lines = failed
    .slice(0, MOST_NAMED)
    .map(({ shard, reason, worker, tries }) =>
      printableLine(`shard ${shard}: ${reason} (${tries} tries, at last by ${worker})`),
    );
  const further = failed.length - MOST_NAMED;
  return further > 0 ? [...lines, `and ${further} more`] : lines;
}
