// CPU time (user and system, of the process and its children) of commands, as ratios over a bare `node -e 0`, and of the same commands
// run from their sources through tsx where that is asked for. Runs are interleaved, so that a busy machine slows all alike.
//
//   npm run bench:start -- [--runs 7] [--sources]
//
// Predicted: help 3, validate 6, run 25; the bars: 5, 8 and 30.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, sources: { type: 'boolean', default: false } },
});
const bin = fileURLToPath(new URL('../../bin/gigaramp.js', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'gigaramp-bench-'));

const COMMANDS: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['node -e 0', ['-e', '0']],
  ['--help', [bin, '--help']],
  ['validate', [bin, 'validate']],
  ['run --replications 2', [bin, 'run', '--replications', '2', '--fresh', '--out', join(out, 'run')]],
];
// The start takes the sources when source maps are asked for.
const options = values.sources ? ['--enable-source-maps'] : [];

/** Seconds of CPU that a process and its children take, as bash measures them. */
function cpuSeconds(words: readonly string[]): number {
  const script = `TIMEFORMAT='%3U %3S'; time "$@" > /dev/null 2> /dev/null`;
  const node = [process.execPath, ...options, ...words];
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', ...node], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')}: exit code ${status}, expected 0`);
  return stderr
    .trim()
    .split(' ')
    .reduce((sum, seconds) => sum + Number(seconds), 0);
}

// Builds what there is to build, and brings all files into memory.
for (const [, words] of COMMANDS) cpuSeconds(words);
const times = COMMANDS.map((): number[] => []);
for (let run = 0; run < Number(values.runs); run++)
  for (const [index, [, words]] of COMMANDS.entries()) times[index]!.push(cpuSeconds(words));

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
const bare = middle(times[0]!);
console.log(`CPU of ${values.runs} runs over ${(bare * 1000).toFixed(0)} ms of node -e 0: min, median, max`);
for (const [index, [name]] of COMMANDS.entries()) {
  const ratios = times[index]!.map((seconds) => seconds / bare);
  const shown = [Math.min(...ratios), middle(ratios), Math.max(...ratios)].map((ratio) =>
    ratio.toFixed(1).padStart(6),
  );
  console.log(`  ${name.padEnd(22)}${shown.join('')}`);
}
rmSync(out, { recursive: true });
