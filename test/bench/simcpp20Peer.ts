// A process a customer here and in simcpp20 (C++20 coroutines, clang++ -O3), in turn on one CPU: millions of customers a
// second of user CPU time, and the median of the ratios of the pairs. Needs clang++ and a checkout of simcpp20.
//
//   npx tsx test/bench/simcpp20Peer.ts <folder of simcpp20> [pairs]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { queue } from './kernel/work.ts';

const PINNING = ['taskset', '-c', '1'];
const CUSTOMERS = 3_000_000;

const [peer, count = '11', child] = process.argv.slice(2);
const file = fileURLToPath(import.meta.url);

function output(command: readonly string[]): string {
  const [program, ...rest] = [...PINNING, ...command];
  const { status, stdout, stderr } = spawnSync(program!, rest, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command[0]}: ${stderr}`);
  return stdout;
}

function main(folder: string, pairs: number): void {
  const built = mkdtempSync(join(tmpdir(), 'simcpp20-'));
  const program = join(built, 'queue');
  const source = fileURLToPath(new URL('./peers/simcpp20_queue.cpp', import.meta.url));
  output(['clang++', '-O3', '-std=c++20', '-I', join(folder, 'include'), source, '-o', program]);
  for (const servers of [1, 5]) {
    const ratios = Array.from({ length: pairs }, () => {
      const ours = output([process.execPath, '--import', 'tsx', file, folder, '1', String(servers)]);
      const [rate, wait] = output([program, String(servers), String(CUSTOMERS)])
        .split(' ')
        .map(Number);
      const mine = JSON.parse(ours) as { rate: number; note: string };
      console.log(
        `M/M/${servers}: ${mine.rate.toFixed(2)} M/s (${mine.note}), simcpp20 ${rate!.toFixed(2)} M/s (mean wait ${wait!.toFixed(3)})`,
      );
      return mine.rate / rate!;
    }).sort((a, b) => a - b);
    console.log(
      `M/M/${servers}: median of ${pairs} ratios ${ratios[pairs >> 1]!.toFixed(2)} (${ratios[0]!.toFixed(2)} to ${ratios.at(-1)!.toFixed(2)})`,
    );
  }
  rmSync(built, { recursive: true });
}

if (peer === undefined) {
  console.log('simcpp20: no folder given, left out');
} else if (child !== undefined) {
  const { count: customers, userSeconds, note } = queue(Number(child), CUSTOMERS, false);
  console.log(JSON.stringify({ rate: customers / userSeconds / 1e6, note }));
} else main(peer, Number(count));
