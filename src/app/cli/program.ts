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
import type { ShippedModel } from './pointsCommand.ts';
import { queueCommands } from './queueCommands.ts';
import { reachCommand } from './reachCommand.ts';
import { replayCommand } from './replayCommand.ts';
import { reportCommand } from './report.ts';
import { initCommand, scenarioCommands } from './scenarioCommands.ts';

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
    // The longest names of commands leave few columns beside them.
    .configureHelp({ minWidthToWrap: 20 })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void console.out.write(text),
      writeErr: (text) => void console.error.write(text),
      // What somebody typed stands in it; a suggestion is on a line of its own.
      outputError: (text, write) => write(`${printableLine(text.trim().replaceAll('\n(', ' ('))}\n`),
    });
  const failUnless = (isWell: boolean): void => {
    if (!isWell) exitCode = 1;
  };
  const exit = (code: number): void => {
    exitCode = code;
  };
  const commands = [
    ...scenarioCommands({ shipped, console }),
    replayCommand({ shipped, console }, failUnless),
    initCommand({ shipped, console }),
    ...experimentCommands({ shipped, console, words }),
    ...causeCommands({ shipped, console }),
    reachCommand({ shipped, console }),
    mergeCommand({ shipped, console }, failUnless),
    ...calibrationCommands({ console, words }),
    ...queueCommands({ shipped, console }, exit),
    reportCommand({ console }),
    exploreCommand({ shipped, console }),
    notebookCommand(console, exit),
  ];
  for (const command of commands)
    program.addCommand(command.copyInheritedSettings(program as unknown as Command));

  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    const failure = failureOf(error);
    for (const line of failure.lines) console.error.write(`${line}\n`);
    return failure.exitCode;
  }
}
