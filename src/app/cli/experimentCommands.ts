import { Command, Option } from '@commander-js/extra-typings';
import { precisionFrom } from '../precision.ts';
import { ownModel, type ScenarioModel } from '../scenarioModel.ts';
import { METHODS } from '../sensitivity.ts';
import { DESIGNS } from '../sweepSchema.ts';
import { compare } from './compare.ts';
import type { Console } from './console.ts';
import { decide } from './decide.ts';
import { positiveInteger } from './numbers.ts';
import { modelOption, positiveNumber, setOption, untilText, varyOption } from './optionForms.ts';
import { sensitivity } from './sensitivity.ts';
import { sweep } from './sweep.ts';

/** Adds the commands that run several points on common draws. */
export function experimentCommands<S>({
  shipped,
  console,
}: {
  shipped: ScenarioModel<S>;
  console: Console;
}): Command[] {
  return [
    sweepCommand(shipped, console),
    compareCommand(shipped, console),
    sensitivityCommand(shipped, console),
    decideCommand(shipped, console),
  ];
}

function sweepCommand<S>(shipped: ScenarioModel<S>, console: Console): Command {
  const command = new Command('sweep')
    .description('run a design over parameters and uncertain inputs')
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
    .option('--design-seed <text>', 'seed of the design, apart from that of the run (default: 1)')
    .option('-u, --until <precision>', untilText, precisionFrom)
    .option('-n, --replications <count>', 'replications of each point (default: 1000)', positiveInteger)
    .option(...setOption('settings of all points'))
    .option('-s, --seed <text>', 'seed, any text (default: 1)')
    .option('-w, --workers <count>', 'worker threads (default: all cores)', positiveInteger)
    .option('-o, --out <folder>', 'output folder (default: results/<scenario name>-sweep)')
    .option('--json', 'print the result as JSON')
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .option(...modelOption)
    .action(async (file, { model, ...options }) => {
      if (model === undefined) await sweep(console, shipped, file, options);
      else await sweep(console, await ownModel(model), file, options);
    });
  return command as unknown as Command;
}

function compareCommand<S>(shipped: ScenarioModel<S>, console: Console): Command {
  const command = new Command('compare')
    .description('compare two scenarios on common draws')
    .argument('[a]', 'scenario file (default: the shipped one)')
    .argument('[b]', 'second scenario file (default: the first with --set)')
    .option(...setOption('settings of the second scenario'))
    .option('-u, --until <precision>', untilText, precisionFrom)
    .option('-n, --replications <count>', 'pairs of replications (default: 1000)', positiveInteger)
    .option('-s, --seed <text>', 'seed, any text (default: 1)')
    .option('-w, --workers <count>', 'worker threads (default: all cores)', positiveInteger)
    .option('-o, --out <folder>', 'output folder (default: results/<scenario name>-compare)')
    .option('--json', 'print the result as JSON')
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .option(...modelOption)
    .action(async (a, b, { model, ...options }) => {
      if (model === undefined) await compare(console, shipped, [a, b], options);
      else await compare(console, await ownModel(model), [a, b], options);
    });
  return command as unknown as Command;
}

function sensitivityCommand<S>(shipped: ScenarioModel<S>, console: Console): Command {
  const command = new Command('sensitivity')
    .description('find out which factors decide the spread of the results')
    .argument('[scenario]', 'scenario file (default: the shipped one)')
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
    .option('--design-seed <text>', 'seed of the design, apart from that of the run (default: 1)')
    .option(
      '-r, --response <names...>',
      'outputs to explain (default: the target on time, and all milestones)',
    )
    .option(
      '-n, --replications <count>',
      'replications of each point of morris (default: 100) and tornado (default: 1000)',
      positiveInteger,
    )
    .option(...setOption('settings of all points'))
    .option('-s, --seed <text>', 'seed, any text (default: 1)')
    .option('-w, --workers <count>', 'worker threads (default: all cores)', positiveInteger)
    .option('-o, --out <folder>', 'output folder (default: results/<scenario name>-sensitivity)')
    .option('--json', 'print the result as JSON')
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .option(...modelOption)
    .action(async (file, { model, ...options }) => {
      if (model === undefined) await sensitivity(console, shipped, file, options);
      else await sensitivity(console, await ownModel(model), file, options);
    });
  return command as unknown as Command;
}

function decideCommand<S>(shipped: ScenarioModel<S>, console: Console): Command {
  const command = new Command('decide')
    .description('find the best of several policies, and what not knowing costs')
    .argument('[scenarios...]', 'scenario files, or one with --vary (default: the shipped one)')
    .option(...varyOption('what can be decided, several times: path=v1,v2'))
    .option('--by <output>', 'what to judge by (default: the target milestone)')
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
    .option('-n, --replications <count>', 'most replications (default: 10000)', positiveInteger)
    .option(...setOption('settings of all policies'))
    .option('-s, --seed <text>', 'seed, any text (default: 1)')
    .option('-w, --workers <count>', 'worker threads (default: all cores)', positiveInteger)
    .option('-o, --out <folder>', 'output folder (default: results/<scenario name>-decide)')
    .option('--json', 'print the result as JSON')
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .option(...modelOption)
    .action(async (files, { model, ...options }) => {
      if (model === undefined) await decide(console, shipped, files, options);
      else await decide(console, await ownModel(model), files, options);
    });
  return command as unknown as Command;
}
