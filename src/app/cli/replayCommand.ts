import { Command } from '@commander-js/extra-typings';
import { countFromZero } from './numbers.ts';
import { jsonOption, modelOption, workersOption, type CommandContext } from './pointsCommand.ts';

/** The command `gigaramp replay`; says through `finished` whether all was identical. */
export function replayCommand<S>(
  { shipped, console }: CommandContext<S>,
  finished: (isIdentical: boolean) => void,
): Command {
  return new Command('replay')
    .description('run recorded replications again and compare')
    .argument('<folder>', 'output folder of a run')
    .option('--point <name>', 'point of the one replication (default: the first)')
    .option('--replication <number>', 'run only this one, and print its outputs', countFromZero)
    .option(...workersOption)
    .option(...jsonOption)
    .option(...modelOption)
    .action(async (folder, options) => {
      const { replay } = await import('./replay.ts');
      finished(await replay(console, await shipped(), folder, options));
    }) as unknown as Command;
}
