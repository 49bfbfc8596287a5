import { Command } from '@commander-js/extra-typings';
import type { CauseGroup, Relaxation } from '../../design/index.ts';
import { ownModel, type ScenarioModel } from '../scenarioModel.ts';
import { blame, causeGroupFrom } from './blame.ts';
import type { Console } from './console.ts';
import { positiveInteger } from './numbers.ts';
import { modelOption, positiveNumber, setOption } from './optionForms.ts';
import { orderBy } from './orderBy.ts';
import { costFrom, relax, relaxationFrom } from './relax.ts';

/** Adds the commands that ask why it was late, and what would help. */
export function causeCommands<S>({
  shipped,
  console,
}: {
  shipped: ScenarioModel<S>;
  console: Console;
}): Command[] {
  return [blameCommand(shipped, console), relaxCommand(shipped, console), orderByCommand(shipped, console)];
}

const milestoneOption = ['--milestone <name>', 'milestone to explain (default: the target)'] as const;

function blameCommand<S>(shipped: ScenarioModel<S>, console: Console): Command {
  const command = new Command('blame')
    .description('share a delay out among its causes: path days, leave one out, add one, Shapley')
    .argument('[scenario]', 'scenario file (default: the shipped one)')
    .option(...milestoneOption)
    .option(
      '-g, --group <name: causes>',
      'causes to blame together, several times; the others stand alone (default: the groups of the model)',
      (text: string, before: readonly CauseGroup[] = []) => [...before, causeGroupFrom(text)],
    )
    .option('--each-cause', 'blame every cause for itself')
    .option('--orders <pairs>', 'pairs of orders, for more than 7 groups (default: 10)', positiveInteger)
    .option('--design-seed <text>', 'seed of the orders, apart from that of the run (default: 1)')
    .option('-n, --replications <count>', 'replications of each coalition (default: 200)', positiveInteger)
    .option(...setOption('settings of the scenario'))
    .option('-s, --seed <text>', 'seed, any text (default: 1)')
    .option('-w, --workers <count>', 'worker threads (default: all cores)', positiveInteger)
    .option('-o, --out <folder>', 'output folder (default: results/<scenario name>-blame)')
    .option('--json', 'print the result as JSON')
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .option(...modelOption)
    .action(async (file, { model, ...options }) => {
      if (model === undefined) await blame(console, shipped, file, options);
      else await blame(console, await ownModel(model), file, options);
    });
  return command as unknown as Command;
}

function relaxCommand<S>(shipped: ScenarioModel<S>, console: Console): Command {
  const command = new Command('relax')
    .description(
      'relax each constraint by a step: days gained, what binds next, and what only helps together',
    )
    .argument('[scenario]', 'scenario file (default: the shipped one)')
    .option(...milestoneOption)
    .option(
      '--relax <name: path=value>',
      'a step of your own, several times; further settings after ; (default: the steps of the model)',
      (text: string, before: readonly Relaxation[] = []) => [...before, relaxationFrom(text)],
    )
    .option(
      '--cost <name=dollars>',
      'what a step costs, several times',
      (text: string, before: readonly (readonly [string, number])[] = []) => [...before, costFrom(text)],
    )
    .option('--no-pairs', 'leave out the steps two at a time')
    .option('-n, --replications <count>', 'replications of each point (default: 200)', positiveInteger)
    .option(...setOption('settings of the scenario'))
    .option('-s, --seed <text>', 'seed, any text (default: 1)')
    .option('-w, --workers <count>', 'worker threads (default: all cores)', positiveInteger)
    .option('-o, --out <folder>', 'output folder (default: results/<scenario name>-relax)')
    .option('--json', 'print the result as JSON')
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .option(...modelOption)
    .action(async (file, { model, ...options }) => {
      if (model === undefined) await relax(console, shipped, file, options);
      else await relax(console, await ownModel(model), file, options);
    });
  return command as unknown as Command;
}

function orderByCommand<S>(shipped: ScenarioModel<S>, console: Console): Command {
  const command = new Command('order-by')
    .description('find the latest order date of each long-lead item that still meets a milestone')
    .argument('[scenario]', 'scenario file (default: the shipped one)')
    .option('--milestone <name>', 'milestone to meet (default: the target)')
    .option('--by <date>', 'date to meet it by (default: that of the target)')
    .option('-p, --probability <share>', 'how surely (default: 0.8)', positiveNumber)
    .option('--site <names...>', 'sites to look at (default: all that order something)')
    .option('--shifts <days>', 'days by which orders are moved, such as -60,60,120 (default: -180 to 360)')
    .option('-n, --replications <count>', 'replications of each point (default: 200)', positiveInteger)
    .option(...setOption('settings of the scenario'))
    .option('-s, --seed <text>', 'seed, any text (default: 1)')
    .option('-w, --workers <count>', 'worker threads (default: all cores)', positiveInteger)
    .option('-o, --out <folder>', 'output folder (default: results/<scenario name>-order-by)')
    .option('--json', 'print the result as JSON')
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .action(async (file = shipped.defaultFile, options) => await orderBy(console, file, options));
  return command as unknown as Command;
}
