import { Option, type Command } from '@commander-js/extra-typings';
import { DESIGNS } from '../designNames.ts';
import { METHODS } from '../sensitivityMethods.ts';
import { positiveInteger, positiveNumber } from './numbers.ts';
import {
  designSeedOption,
  pointsCommand,
  scenarioArgument,
  untilOption,
  varyOption,
  withModel,
  type CommandContext,
} from './pointsCommand.ts';
import { queueOption, shardsOption } from './queueOptions.ts';
import { shardOption } from './shardOption.ts';

interface Context<S> extends CommandContext<S> {
  /** What was typed after `gigaramp`. */
  readonly words: readonly string[];
}

/** The commands that run one or several points on common draws. */
export function experimentCommands<S>(context: Context<S>): Command[] {
  return [
    runCommand(context),
    sweepCommand(context),
    compareCommand(context),
    sensitivityCommand(context),
    decideCommand(context),
  ] as unknown as Command[];
}

function runCommand<S>({ shipped, console, words }: Context<S>) {
  return pointsCommand('run', {
    description: 'run a scenario and write its tables',
    milestone: 'milestone used by --until and the closing table',
    replications: 'replications (default: 1000)',
    out: 'results/<scenario name>',
    set: 'the scenario',
  })
    .argument(...scenarioArgument)
    .option(...untilOption)
    .option(...shardOption)
    .option(...queueOption)
    .option(...shardsOption)
    .action(async (file, { model, ...options }) => {
      const { run } = await import('./run.ts');
      await withModel(shipped, model, async (scenarioModel) =>
        run(console, scenarioModel, file, { ...options, words }),
      );
    });
}

function sweepCommand<S>({ shipped, console, words }: Context<S>) {
  return pointsCommand('sweep', {
    description: 'run a design over parameters and uncertain inputs',
    milestone: 'milestone used by --until and the closing table',
    replications: 'replications of each point (default: 1000)',
    out: 'results/<scenario name>-sweep',
    set: 'all points',
  })
    .argument(
      '[scenario]',
      'scenario file, whose sweep: block is used unless --vary is given (default: the shipped one)',
    )
    .option(
      ...varyOption(
        'what to vary, several times: path=v1,v2, path=low..high unit, or the name of an uncertain input',
      ),
    )
    .addOption(new Option('-d, --design <name>', 'how to combine them (default: grid)').choices(DESIGNS))
    .option(
      '--size <count>',
      'rows of lhs and sobol (default: 32), trajectories of morris (default: 10)',
      positiveInteger,
    )
    .option(...designSeedOption)
    .option(...untilOption)
    .option(...shardOption)
    .option(...queueOption)
    .option(...shardsOption)
    .action(async (file, { model, ...options }) => {
      const { sweep } = await import('./sweep.ts');
      await withModel(shipped, model, async (scenarioModel) =>
        sweep(console, scenarioModel, file, { ...options, words }),
      );
    });
}

function compareCommand<S>({ shipped, console }: Context<S>) {
  return pointsCommand('compare', {
    description: 'compare two scenarios on common draws',
    milestone: 'milestone used by --until and the closing table',
    replications: 'pairs of replications (default: 1000)',
    out: 'results/<scenario name>-compare',
    set: 'the second scenario',
  })
    .argument('[a]', 'scenario file (default: the shipped one)')
    .argument('[b]', 'second scenario file (default: the first with --set)')
    .option(...untilOption)
    .action(async (a, b, { model, ...options }) => {
      const { compare } = await import('./compare.ts');
      await withModel(shipped, model, async (scenarioModel) =>
        compare(console, scenarioModel, [a, b], options),
      );
    });
}

function sensitivityCommand<S>({ shipped, console }: Context<S>) {
  return pointsCommand('sensitivity', {
    description: 'find out which factors decide the spread of the results',
    milestone: 'milestone to explain alone, unless --response names others',
    replications: 'replications of each point of morris (default: 100) and tornado (default: 1000)',
    out: 'results/<scenario name>-sensitivity',
    set: 'all points',
  })
    .argument(...scenarioArgument)
    .addOption(new Option('-m, --method <name>', 'how (default: sobol)').choices(METHODS))
    .option(
      ...varyOption(
        'what to vary (default: all uncertain inputs); morris and tornado take parameters with values too',
      ),
    )
    .option(
      '--size <count>',
      'rows of sobol (default: 512), trajectories of morris (default: 10)',
      positiveInteger,
    )
    .option(...designSeedOption)
    .option(
      '-r, --response <names...>',
      'outputs to explain (default: the most telling of the target, and all milestones)',
    )
    .action(async (file, { model, ...options }) => {
      const { sensitivity } = await import('./sensitivity.ts');
      await withModel(shipped, model, async (scenarioModel) =>
        sensitivity(console, scenarioModel, file, options),
      );
    });
}

function decideCommand<S>({ shipped, console }: Context<S>) {
  return pointsCommand('decide', {
    description: 'find the best of several policies, and what not knowing costs',
    milestone: 'milestone to judge by, unless --by names another output',
    replications: 'most replications (default: 10000)',
    out: 'results/<scenario name>-decide',
    set: 'all policies',
  })
    .argument('[scenarios...]', 'scenario files, or one with --vary (default: the shipped one)')
    .option(...varyOption('what can be decided, several times: path=v1,v2'))
    .option('--by <output>', 'output to judge by')
    .addOption(
      new Option(
        '--better <direction>',
        'which values are better (default: lower for milestones, else higher)',
      ).choices(['higher', 'lower'] as const),
    )
    .option(
      '--indifference <number>',
      'smallest difference that matters (default: 7 days, 0.02 of a probability)',
      positiveNumber,
    )
    .option('--alpha <number>', 'probability of a wrong selection (default: 0.05)', positiveNumber)
    .action(async (files, { model, ...options }) => {
      const { decide } = await import('./decide.ts');
      await withModel(shipped, model, async (scenarioModel) =>
        decide(console, scenarioModel, files, options),
      );
    });
}
