import { rolloutScenarioModel } from '../rollout.ts';
import { runCommandLine } from './program.ts';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    shipped: rolloutScenarioModel,
    console: { out: process.stdout, error: process.stderr },
  });
}
