// Runs a sharded run as an array of a real Slurm, started here on loopback, with tasks killed and put back into the queue, and
// compares its tables with those of one thread. Usage: npm run test:scale -- [--shards 24]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { csvHashes, filesOf } from '../fixtures/toy/folder.ts';
import { startSlurm, type SlurmCluster } from './slurmCluster.ts';

const { values } = parseArgs({ options: { shards: { type: 'string', default: '24' } } });
const shards = Number(values.shards);
/** Replications of 20 ms, 20 a shard. */
const replications = 20 * shards;
const TASKS_AT_ONCE = 4;

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = ['--import', 'tsx', join(root, 'test/fixtures/toy/cli.ts')];
const folder = mkdtempSync(join(tmpdir(), 'gigaramp-scale-'));
const out = join(folder, 'array');
const whole = join(folder, 'whole');

interface Ran {
  readonly exitCode: number | null;
  readonly text: string;
}

function gigaramp(...words: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...cli, ...words], {
    cwd: root,
    env: { ...process.env, TOY_SPIN_MILLISECONDS: '20' },
    encoding: 'utf8',
  });
  return { exitCode: status, text: stdout + stderr };
}

let failed = 0;
let passed = 0;
function check(what: string, isTrue: boolean, detail = ''): void {
  if (isTrue) passed++;
  else failed++;
  console.log(`${isTrue ? 'ok    ' : 'FAILED'} ${what}${isTrue || detail === '' ? '' : `\n${detail}`}`);
}

const pause = async (milliseconds: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
};

/** Tasks of the array that run, by their number in it, with their job number. */
function running(slurm: SlurmCluster): Map<number, string> {
  const lines = slurm.run('squeue', '--noheader', '--states=R', '--format=%K %A').trim().split('\n');
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => line.trim().split(/\s+/))
      .map(([task, job]) => [Number(task), job!]),
  );
}

async function oneRunning(slurm: SlurmCluster, but: readonly number[] = []): Promise<[number, string]> {
  for (;;) {
    const found = [...running(slurm)].find(([task]) => !but.includes(task));
    if (found !== undefined) return found;
    await pause(100);
  }
}

async function ended(slurm: SlurmCluster): Promise<void> {
  while (slurm.run('squeue', '--noheader', '--states=R,PD,CG,CF').trim() !== '') await pause(500);
}

/** The process that computes a job: the youngest under its script, which has become that process itself. */
function processesOf(slurm: SlurmCluster, job: string): number[] {
  const lines = slurm.run('scontrol', 'listpids', job).trim().split('\n').slice(1);
  return lines.map((line) => Number(line.trim().split(/\s+/)[0])).filter((pid) => pid > 0);
}

async function arrayRun(slurm: SlurmCluster): Promise<void> {
  const started = performance.now();
  const array = slurm
    .run(
      'env',
      `GIGARAMP=${process.execPath} ${cli.join(' ')}`,
      'TOY_SPIN_MILLISECONDS=20',
      'sbatch',
      '--parsable',
      `--array=0-${shards - 1}`,
      '--cpus-per-task=1',
      '--mem-per-cpu=0',
      `--chdir=${root}`,
      `--output=${folder}/slurm-%a.log`,
      join(root, 'docs/scale/slurm.sbatch'),
      'run',
      '-n',
      String(replications),
      '--out',
      out,
    )
    .trim();
  console.log(`array ${array} of ${shards} tasks, ${TASKS_AT_ONCE} at a time`);

  const [killed, killedJob] = await oneRunning(slurm);
  await pause(1500);
  const pids = processesOf(slurm, killedJob);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  check(`task ${killed} is killed with kill -9 (${pids.length} processes)`, pids.length > 0);

  const [requeued, requeuedJob] = await oneRunning(slurm, [killed]);
  await pause(500);
  slurm.run('scontrol', 'requeue', requeuedJob);
  console.log(`task ${requeued} is put back into the queue while it runs`);

  await ended(slurm);
  const first = gigaramp('merge', out);
  check(
    `merge names shard ${killed} with its command, and no other`,
    first.exitCode === 1 &&
      first.text.includes(`1 of ${shards} shards is not whole`) &&
      first.text.includes(`--out ${out} --shard ${killed}/${shards}`),
    first.text,
  );

  slurm.run('scontrol', 'requeue', killedJob);
  await ended(slurm);
  const seconds = (performance.now() - started) / 1000;
  const merged = gigaramp('merge', out);
  check(
    'after it has been put back into the queue, merge finds all shards',
    merged.exitCode === 0,
    merged.text,
  );
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  const done = logs.filter((name) => / in .*: (ran|all) \d+ /.test(readFileSync(join(folder, name), 'utf8')));
  check(`each of ${shards} tasks says that its shard is done`, done.length === shards, String(done.length));
  console.log(`${seconds.toFixed(0)} s from submission to the last task`);
}

// Without a configuration it fails, but it is there.
if (spawnSync('sbatch', ['--version']).error !== undefined) {
  console.error('error: sbatch: not found, expected Slurm (Debian: apt-get install slurm-wlm)');
  process.exit(2);
}
const slurm = await startSlurm(TASKS_AT_ONCE);
try {
  await arrayRun(slurm);
} finally {
  await slurm.stop();
}
gigaramp('run', '-n', String(replications), '-w', '1', '--out', whole);
const [expected, found] = [csvHashes(whole), csvHashes(out)];
check(
  `the SHA-256 of all ${Object.keys(expected).length} CSV files are those of one thread`,
  Object.keys(expected).length > 0 && JSON.stringify(found) === JSON.stringify(expected),
  JSON.stringify({ expected, found }, null, 2),
);
const blocks = filesOf(join(out, 'records')).filter((name) => name.includes('block-'));
check(
  `the records are ${shards} blocks, none of them twice and none half-written`,
  blocks.length === shards && blocks.every((name) => name.endsWith('.arrow')),
  blocks.join('\n'),
);
if (failed === 0) rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
