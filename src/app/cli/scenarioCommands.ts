import { Command } from '@commander-js/extra-typings';
import {
  jsonOption,
  modelOption,
  scenarioArgument,
  setOption,
  withModel,
  type CommandContext,
} from './pointsCommand.ts';

/** The commands that look at a scenario and run nothing. */
export function scenarioCommands<S>(context: CommandContext<S>): Command[] {
  return [validateCommand(context), describeCommand(context), schemaCommand(context)] as unknown as Command[];
}

function validateCommand<S>({ shipped, console }: CommandContext<S>) {
  return new Command('validate')
    .description('check a scenario file')
    .argument(...scenarioArgument)
    .option(...jsonOption)
    .option(...modelOption)
    .option(...setOption('settings of the scenario'))
    .action(async (file, { model, ...options }) => {
      const { validate } = await import('./validate.ts');
      await withModel(shipped, model, (scenarioModel) => validate(console, scenarioModel, file, options));
    });
}

function describeCommand<S>({ shipped, console }: CommandContext<S>) {
  return new Command('describe')
    .description('say in words what a scenario simulates, what it assumes, and what looks wrong')
    .argument(...scenarioArgument)
    .option(...jsonOption)
    .option(...modelOption)
    .option(...setOption('settings of the scenario'))
    .action(async (file, { model, ...options }) => {
      const { describe } = await import('./describe.ts');
      await withModel(shipped, model, (scenarioModel) => describe(console, scenarioModel, file, options));
    });
}

function schemaCommand<S>({ shipped, console }: CommandContext<S>) {
  return new Command('schema')
    .description('print the JSON Schema of scenario files')
    .option('--overlay', 'for files that extend another: no key has to be there')
    .option('--markdown', 'print a reference of all keys to read instead')
    .option(...modelOption)
    .action(async ({ model, ...options }) => {
      const { schema } = await import('./schema.ts');
      await withModel(shipped, model, (scenarioModel) => schema(console, scenarioModel, options));
    });
}

/** The command `gigaramp init`. */
export function initCommand<S>({ shipped, console }: CommandContext<S>): Command {
  return new Command('init')
    .description('write a scenario to begin with')
    .argument('[file]', 'new file (default: scenario.yaml)')
    .option(
      '--template <name>',
      'campus, deal, market, blank, or a scenario of the package (default: the shipped one)',
    )
    .option('--list', 'name all templates and scenarios, and write none')
    .action(async (file, options) => {
      const { init } = await import('./init.ts');
      init(console, await shipped(), file, options);
    }) as unknown as Command;
}
