import { Command, Option } from '@commander-js/extra-typings';
import type { CauseGroup } from '../../design/index.ts';
import { causeGroupFrom } from './causeGroup.ts';
import { countFromZero, dollarsFrom, positiveCount, positiveInteger, shareFrom } from './numbers.ts';
import {
  designSeedOption,
  jsonOption,
  milestoneOption,
  modelOption,
  pointsCommand,
  scenarioArgument,
  seedOption,
  setOption,
  withModel,
  workersOption,
  type CommandContext,
} from './pointsCommand.ts';
import { ownStepOption, stepCostOption, stepsByOption } from './relaxation.ts';

const intoOption = [
  '--into <folder>',
  'put the table into the folder of a run of the same scenario and seed too, and write its report anew',
] as const;

/** The commands that ask why it was late, and what would help. */
export function causeCommands<S>(context: CommandContext<S>): Command[] {
  return [
    explainCommand(context),
    blameCommand(context),
    relaxCommand(context),
    orderByCommand(context),
    dealsCommand(context),
  ] as unknown as Command[];
}

function explainCommand<S>({ shipped, console }: CommandContext<S>) {
  return new Command('explain')
    .description('print the driving path of a number of GPUs in one replication')
    .argument(...scenarioArgument)
    .option('--gpus <count>', 'GPUs in service, such as 100000 or 100k', positiveCount)
    .option(...milestoneOption('or a milestone of the scenario'))
    .option('--replication <number>', 'which replication (default: 0)', countFromZero)
    .addOption(
      new Option('--view <view>', 'stop: name the wait; pass-through: go on to who was waited for')
        .choices(['stop', 'pass-through'] as const)
        .default('stop' as const),
    )
    .option('--trace <file>', 'write the whole replication as trace events, for Perfetto')
    .option(...setOption('settings of the scenario'))
    .option(...seedOption)
    .option(...jsonOption)
    .option(...modelOption)
    .action(async (file, { model, ...options }) => {
      const { explain } = await import('./explain.ts');
      await withModel(shipped, model, (scenarioModel) => explain(console, scenarioModel, file, options));
    });
}

function blameCommand<S>({ shipped, console }: CommandContext<S>) {
  return pointsCommand('blame', {
    description: 'share a delay out among its causes: path days, leave one out, add one, Shapley',
    milestone: 'milestone to explain',
    replications: 'replications of each coalition (default: 200)',
    out: 'results/<scenario name>-blame',
    set: 'the scenario',
  })
    .argument(...scenarioArgument)
    .option(
      '-g, --group <name: causes>',
      'causes to blame together, several times; the others stand alone (default: the groups of the model)',
      (text: string, before: readonly CauseGroup[] = []) => [...before, causeGroupFrom(text)],
    )
    .option('--each-cause', 'blame each cause separately')
    .option('--orders <pairs>', 'pairs of orders, for more than 7 groups (default: 10)', positiveInteger)
    .option(...designSeedOption)
    .option(...intoOption)
    .action(async (file, { model, ...options }) => {
      const { blame } = await import('./blame.ts');
      await withModel(shipped, model, async (scenarioModel) => blame(console, scenarioModel, file, options));
    });
}

function relaxCommand<S>({ shipped, console }: CommandContext<S>) {
  return pointsCommand('relax', {
    description:
      'relax each constraint by a step: days gained, what binds next, and what only helps together',
    milestone: 'milestone to explain',
    replications: 'replications of each point (default: 200)',
    out: 'results/<scenario name>-relax',
    set: 'the scenario',
  })
    .argument(...scenarioArgument)
    .option(...ownStepOption)
    .option(...stepCostOption)
    .option('--size <share>', 'size of every step, such as 10% (default) or 0.2', shareFrom)
    .option(...stepsByOption)
    .option('--spend <dollars>', 'make each step of known cost for this sum', dollarsFrom)
    .option(...intoOption)
    .option('--pairs', 'also two steps at a time (default: where there are at most 8)')
    .option('--no-pairs', 'leave out the steps two at a time')
    .action(async (file, { model, ...options }) => {
      const { relax } = await import('./relax.ts');
      await withModel(shipped, model, async (scenarioModel) => relax(console, scenarioModel, file, options));
    });
}

function orderByCommand<S>({ shipped, console }: CommandContext<S>) {
  return pointsCommand('order-by', {
    description: 'find the latest order date of each long-lead item that still meets a milestone',
    milestone: 'milestone to meet',
    replications: 'replications of each point (default: 200)',
    out: 'results/<scenario name>-order-by',
    set: 'the scenario',
  })
    .argument(...scenarioArgument)
    .option('--by <date>', 'date to meet it by (default: that of the target)')
    .option('-p, --probability <share>', 'required probability (default: 0.8)', shareFrom)
    .option('--site <names...>', 'sites to look at (default: all that order something)')
    .option('--shifts <days>', 'days by which orders are moved, such as -60,60,120 (default: -180 to 360)')
    .action(async (file, { model, ...options }) => {
      const { orderBy } = await import('./orderBy.ts');
      await withModel(shipped, model, async (scenarioModel) =>
        orderBy(console, scenarioModel, file, options),
      );
    });
}

function dealsCommand<S>({ shipped, console }: CommandContext<S>) {
  return new Command('deals')
    .description('take each deal out, in two ways: what it costs or brings each tenant')
    .argument('[scenario]', 'scenario file with deals (default: the shipped one)')
    .option('-n, --replications <count>', 'replications of each point (default: 200)', positiveInteger)
    .option('--deal <names...>', 'only these deals (default: all)')
    .option(...setOption('settings of the scenario'))
    .option(...seedOption)
    .option(...workersOption)
    .option('-o, --out <folder>', 'output folder (default: results/<scenario name>-deals)')
    .option(...jsonOption)
    .option('--fresh', 'remove what is in the output folder instead of resuming')
    .option(...intoOption)
    .option(...modelOption)
    .action(async (file, { model, ...options }) => {
      const { deals } = await import('./deals.ts');
      await withModel(shipped, model, async (scenarioModel) => deals(console, scenarioModel, file, options));
    });
}
