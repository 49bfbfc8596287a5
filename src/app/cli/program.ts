import { Command } from '@commander-js/extra-typings';
import { packageVersion } from '../../experiment/index.ts';
import { printableLine } from '../../scenario/index.ts';
import { calibrationCommands } from './calibrationCommands.ts';
import { causeCommands } from './causeCommands.ts';
import type { Console } from './console.ts';
import { experimentCommands } from './experimentCommands.ts';
import { exploreCommand } from './explore.ts';
import { failureOf } from './failure.ts';
import { mergeCommand } from './mergeCommand.ts';
import { notebookCommand } from './notebook.ts';
import { countFromZero } from './numbers.ts';
import {
  jsonOption,
  modelOption,
  setOption,
  withModel,
  workersOption,
  type ShippedModel,
} from './pointsCommand.ts';
import { queueCommands } from './queueCommands.ts';
import { reachCommand } from './reachCommand.ts';
import { reportCommand } from './report.ts';

/**
 * Runs a command line and gives its exit code: 0 done, 1 failed, 2 bad input, 130 stopped. Of each command only its
 * words and options are loaded until it is the one that runs.
 *
 * @example process.exitCode = await runCommandLine(['run'], { shipped: async () => model, console });
 */
export async function runCommandLine<S>(
  words: readonly string[],
  { shipped, console }: { shipped: ShippedModel<S>; console: Console },
): Promise<number> {
  let exitCode = 0;
  const program = new Command('gigaramp')
    .description('Simulates the phased rollout of GPU datacenters.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void console.out.write(text),
      writeErr: (text) => void console.error.write(text),
      // What somebody typed stands in it; a suggestion is on a line of its own.
      outputError: (text, write) => write(`${printableLine(text.trim().replaceAll('\n(', ' ('))}\n`),
    });
  program
    .command('validate')
    .description('check a scenario file')
    .argument('[scenario]', 'scenario file (default: the shipped one)')
    .option(...modelOption)
    .option(...setOption('settings of the scenario'))
    .action(async (file, { model, set }) => {
      const { validate } = await import('./validate.ts');
      await withModel(shipped, model, (scenarioModel) => validate(console, scenarioModel, file, { set }));
    });
  program
    .command('describe')
    .description('say in words what a scenario simulates, what it assumes, and what looks wrong')
    .argument('[scenario]', 'scenario file (default: the shipped one)')
    .option(...jsonOption)
    .option(...modelOption)
    .option(...setOption('settings of the scenario'))
    .action(async (file, { model, ...options }) => {
      const { describe } = await import('./describe.ts');
      await withModel(shipped, model, (scenarioModel) => describe(console, scenarioModel, file, options));
    });
  program
    .command('schema')
    .description('print the JSON Schema of scenario files')
    .option('--overlay', 'for files that extend another: no key has to be there')
    .option('--markdown', 'print a reference of all keys to read instead')
    .option(...modelOption)
    .action(async ({ model, ...options }) => {
      const { schema } = await import('./schema.ts');
      await withModel(shipped, model, (scenarioModel) => schema(console, scenarioModel, options));
    });
  program
    .command('replay')
    .description('run recorded replications again and compare')
    .argument('<folder>', 'output folder of a run')
    .option('--point <name>', 'point of the one replication (default: the first)')
    .option('--replication <number>', 'run only this one, and print its outputs', countFromZero)
    .option(...workersOption)
    .option(...jsonOption)
    .option(...modelOption)
    .action(async (folder, options) => {
      const { replay } = await import('./replay.ts');
      if (!(await replay(console, await shipped(), folder, options))) exitCode = 1;
    });
  program
    .command('init')
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
    });

  const further = [
    ...experimentCommands({ shipped, console, words }),
    ...causeCommands({ shipped, console }),
    reachCommand({ shipped, console }),
    mergeCommand({ shipped, console }, (isWhole) => {
      if (!isWhole) exitCode = 1;
    }),
    ...calibrationCommands({ console, words }),
    ...queueCommands({ shipped, console }, (code) => (exitCode = code)),
    reportCommand({ console }),
    exploreCommand({ shipped, console }),
    notebookCommand(console, (code) => (exitCode = code)),
  ];
  for (const command of further) {
    program.addCommand(command.copyInheritedSettings(program as unknown as Command));
  }

  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    const failure = failureOf(error);
    for (const line of failure.lines) console.error.write(`${line}\n`);
    return failure.exitCode;
  }
}
