import { fileReason } from '../../refusal/index.ts';
import { runCommandLine } from './program.ts';

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader such as `head` that has seen enough is no failure.
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`error: standard output: cannot be written (${fileReason(error)})\n`);
    process.exit(1);
  });
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    shipped: async () => (await import('../rollout.ts')).rolloutScenarioModel,
    console: { out: process.stdout, error: process.stderr },
  });
}
