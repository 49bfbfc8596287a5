import { Command } from '@commander-js/extra-typings';
import type { Console } from './console.ts';
import { jsonOption, modelOption, workersOption, type ShippedModel } from './pointsCommand.ts';

/** The command `gigaramp merge`; says through `finished` whether all shards were there. */
export function mergeCommand<S>(
  { shipped, console }: { shipped: ShippedModel<S>; console: Console },
  finished: (isWhole: boolean) => void,
): Command {
  const command = new Command('merge')
    .description('check that all shards of a run are there, and write its tables')
    .argument('<folder>', 'output folder of runs with --shard')
    .option(...workersOption)
    .option(...jsonOption)
    .option(...modelOption)
    .action(async (folder, options) => {
      const { merge } = await import('./merge.ts');
      finished(await merge(console, await shipped(), folder, options));
    });
  return command as unknown as Command;
}
