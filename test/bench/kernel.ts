// How fast the kernel is, beside the peers found installed. One piece of work a process, pinned to one CPU where
// `taskset` exists, user CPU time of the run phase, best of three. Usage: npm run bench:kernel [-- work …]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hold, memory, processes, queue, queueByCallback } from './kernel/work.ts';
import type { Measured } from './kernel/work.ts';

interface Work {
  name: string;
  unit: string;
  run: () => Measured;
  /** Arguments of peers/simpy_work.py for the same work. */
  simpy?: string[];
}

const WORKS: Work[] = [
  ...[100, 10_000, 1_000_000].map((pending) => ({
    name: `hold-${pending}`,
    unit: 'events',
    run: () => hold(pending, 5_000_000, 'exponential', false),
    simpy: ['hold', String(pending), String(Math.max(500_000, pending))],
  })),
  ...[100, 10_000].flatMap((pending): Work[] => [
    {
      name: `hold-${pending}-causes`,
      unit: 'events',
      run: () => hold(pending, 5_000_000, 'exponential', true),
    },
    {
      name: `hold-${pending}-timeouts`,
      unit: 'events',
      run: () => hold(pending, 3_000_000, 'exponential', false, true),
    },
    {
      name: `processes-${pending}`,
      unit: 'resumes',
      run: () => processes(pending, 4_000_000, false),
      simpy: ['process', String(pending), '400000'],
    },
  ]),
  { name: 'ties-10000', unit: 'events', run: () => hold(10_000, 3_000_000, 'integer', false) },
  ...[1, 5].flatMap((servers): Work[] => [
    {
      name: `M/M/${servers}-processes`,
      unit: 'customers',
      run: () => queue(servers, 3_000_000, false),
      simpy: ['queue', String(servers), '100000'],
    },
    {
      name: `M/M/${servers}-callbacks`,
      unit: 'customers',
      run: () => queueByCallback(servers, 3_000_000, false),
      simpy: ['queue', String(servers), '100000'],
    },
  ]),
  { name: 'memory-1000000', unit: 'events', run: () => memory(1_000_000) },
];

const file = fileURLToPath(import.meta.url);
const pinning = ['taskset', '-c', '1'];
const pinned = spawnSync(pinning[0], [...pinning.slice(1), 'true']).status === 0 ? pinning : [];

function output(command: readonly string[]): string | undefined {
  const [program, ...rest] = [...pinned, ...command];
  const { status, stdout } = spawnSync(program, rest, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function measure(work: Work): Measured | undefined {
  const runs = Array.from({ length: 3 }, () => {
    const text = output([process.execPath, '--expose-gc', '--import', 'tsx', file, '--child', work.name]);
    return text === undefined ? undefined : (JSON.parse(text) as Measured);
  });
  const done = runs.filter((run) => run !== undefined);
  return done.sort((a, b) => b.count / b.userSeconds - a.count / a.userSeconds)[0];
}

const million = (rate: number): string => `${(rate / 1e6).toFixed(2)} M/s`;

function main(chosen: readonly string[]): void {
  const hasSimpy = output(['python3', '-c', 'import simpy']) !== undefined;
  if (!hasSimpy) console.log('SimPy: not found, left out');
  for (const [name, work] of [
    ['simjs', 'events'],
    ['simscript', 'resumes'],
  ]) {
    const script = fileURLToPath(new URL(`./peers/${name}_work.cjs`, import.meta.url));
    const theirs = output([process.execPath, script, '100', '100000']);
    console.log(
      `${name}: ${theirs === undefined ? 'not found, left out' : `100 pending, ${million(Number(theirs))} ${work}`}`,
    );
  }
  for (const work of WORKS) {
    if (chosen.length > 0 && !chosen.some((each) => work.name.startsWith(each))) continue;
    const best = measure(work);
    if (best === undefined) {
      console.log(`${work.name}: failed`);
      continue;
    }
    const rate = best.count / best.userSeconds;
    let line = `${work.name.padEnd(22)} ${best.note}`;
    if (Number.isFinite(rate)) {
      const nanoseconds = `${(1e9 / rate).toFixed(0)} ns`;
      line = `${work.name.padEnd(22)} ${million(rate).padStart(11)} ${work.unit.padEnd(9)} ${nanoseconds.padStart(7)}  ${best.note}`;
    }
    if (hasSimpy && work.simpy !== undefined) {
      const script = fileURLToPath(new URL('./peers/simpy_work.py', import.meta.url));
      const theirs = Number(output(['python3', script, ...work.simpy]));
      line += `  (SimPy ${million(theirs)}: ${(rate / theirs).toFixed(1)} x)`;
    }
    console.log(line);
  }
}

if (process.argv[2] === '--child') {
  const measured = WORKS.find((work) => work.name === process.argv[3])!.run();
  console.log(JSON.stringify(measured));
} else main(process.argv.slice(2));
