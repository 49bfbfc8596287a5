import { rolloutScenarioModel } from '../rollout.ts';
import { runCommandLine } from './program.ts';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  // A reader such as `head` that has seen enough is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    shipped: rolloutScenarioModel,
    console: { out: process.stdout, error: process.stderr },
  });
}
