import { Command } from '@commander-js/extra-typings';
import { actualFrom } from './actualDate.ts';
import type { Console } from './console.ts';
import { positiveInteger } from './numbers.ts';
import { jsonOption, seedOption, workersOption } from './pointsCommand.ts';
import { shardOption } from './shardOption.ts';

const rolloutsOption = [
  '--rollouts <file>',
  'CSV of dated rollouts: site,owner,country,date,buildings_operational,facility_mw,it_mw,h100_equivalents[,kind,announced_date] (default: the table of this package)',
] as const;

const asOfOption = [
  '--as-of <date>',
  'what is known on this day and nothing later (default: the last date of the file)',
] as const;

const drawsOption = ['--draws <count>', 'replications of each site (default: 200)', positiveInteger] as const;

interface Context {
  readonly console: Console;
  /** What was typed after `gigaramp`. */
  readonly words: readonly string[];
}

/** The commands that hold forecasts against what came. */
export function calibrationCommands({ console, words }: Context): Command[] {
  return [
    backtestCommand(console, words),
    calibrateCommand(console),
    scoreCommand(console),
  ] as unknown as Command[];
}

function backtestCommand(console: Console, words: readonly string[]) {
  return new Command('backtest')
    .description('score the model on dated rollouts, each site forecast from its first day')
    .option(...rolloutsOption)
    .option(...asOfOption)
    .option('--cv', 'forecast each site from a calibration on all others, instead of from the shipped one')
    .option(...drawsOption)
    .option(...seedOption)
    .option('-o, --out <folder>', 'output folder (default: results/<file>-backtest)')
    .option(...workersOption)
    .option(...shardOption)
    .option(...jsonOption)
    .action(async (options) => {
      const { backtest } = await import('./backtest.ts');
      await backtest(console, { ...options, words });
    });
}

function calibrateCommand(console: Console) {
  return new Command('calibrate')
    .description('fit the model to dated rollouts and write the posterior as a catalog file')
    .option(...rolloutsOption)
    .option(...asOfOption)
    .option(...drawsOption)
    .option(...seedOption)
    .option('-o, --out <file>', 'catalog file to write (default: calibration.yaml)')
    .action(async (options) => {
      const { calibrate } = await import('./calibrate.ts');
      calibrate(console, options);
    });
}

function scoreCommand(console: Console) {
  return new Command('score')
    .description('score an earlier run against the dates on which its milestones came')
    .argument('<folder>', 'output folder of a run')
    .argument('[more...]', 'further milestone=date, as with --actual', actualFrom)
    .option(
      '--actual <milestone=date>',
      'when a milestone came, such as gpus_100000=2026-10-14, several times',
      actualFrom,
    )
    .option(...jsonOption)
    .action(async (folder, more = [], { actual = [], ...options }) => {
      const { score } = await import('./score.ts');
      await score(console, folder, { ...options, actual: [...actual, ...more] });
    });
}
