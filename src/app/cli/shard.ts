import { relative } from 'node:path';
import type { DesignRow } from '../../design/index.ts';
import { shardText, type Shard } from '../../execution/index.ts';
import { InputError } from '../../experiment/index.ts';
import type { BacktestFacts } from '../backtest.ts';
import type { Precision } from '../precision.ts';
import { runShard } from '../runShard.ts';
import type { ExperimentRun } from '../runToFolder.ts';
import { printLine, type Console } from './console.ts';
import { watched } from './watched.ts';

/** What a command was given that a shard is run with. */
export interface ShardOptions {
  readonly shard: Shard;
  /** What was typed after `gigaramp`. */
  readonly words: readonly string[];
  readonly replications?: number | undefined;
  readonly workers?: number | undefined;
  readonly json?: boolean | undefined;
  readonly until?: Precision | undefined;
  readonly fresh?: boolean | undefined;
}

/** `--shard` of `gigaramp run`, `sweep` and `backtest`: one part of the run, and one line that says what was done. */
export async function shard<S>(
  console: Console,
  { shard: asked, words, json, until, fresh, replications, workers }: ShardOptions,
  run: ExperimentRun<S> & { rows?: readonly DesignRow[]; facts?: BacktestFacts },
): Promise<void> {
  if (until !== undefined) {
    throw new InputError(
      'until: with --shard, expected --replications: no part sees how precise the whole is',
    );
  }
  if (fresh === true) {
    throw new InputError(
      'fresh: with --shard, expected another --out folder: other parts may be at work in this one',
    );
  }
  const result = await watched(console, (watch) =>
    runShard({ ...run, shard: asked, replications, workers, command: withoutShard(words), ...watch }),
  );
  const { found, seconds } = result;
  const ran = result.replications - found;
  if (json === true) {
    const { name, out } = result;
    const { index, count } = asked;
    printLine(
      console,
      JSON.stringify(
        { name, experiment: run.experiment.id, out, shard: index, shards: count, found, ran, seconds },
        null,
        2,
      ),
    );
    return;
  }
  const done =
    result.replications === 0
      ? 'has no replications, with so many shards'
      : ran === 0
        ? `all ${found} replications were there, nothing to do`
        : `ran ${ran} replications in ${seconds.toFixed(1)} s${found === 0 ? '' : `, ${found} were there`}`;
  printLine(console, `shard ${shardText(asked)} in ${relative('', result.out) || '.'}: ${done}`);
}

/** Options that differ from shard to shard or from machine to machine, and have a value. */
const OWN = ['--shard', '--shards', '--queue', '--out', '-o', '--workers', '-w'];

/** What was typed, without what is of one shard or machine: what `merge` says to type, which has no credentials. */
export function withoutShard(words: readonly string[]): string[] {
  return without(OWN, words).filter((word) => word !== '--json');
}

/** The same command for another number of replications. */
export function withReplications(words: readonly string[], replications: number): string[] {
  return [...without(['--replications', '-n'], words), '--replications', String(replications)];
}

/** Words without some options and their values; `--queue` may have none. */
function without(options: readonly string[], words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const hasNone = word === '--queue' && words[index + 1]?.startsWith('-') !== false;
    if (options.includes(word)) index += hasNone ? 0 : 1;
    else if (!options.some((option) => word.startsWith(option.startsWith('--') ? `${option}=` : option)))
      kept.push(word);
  }
  return kept;
}
