// One rollout here and as an expert writes it in SimPy 4: the same stages and laws, one process a rack. Prints the days on
// which half and all of the contract are in service, events and milliseconds of CPU (all threads, collector included) a
// replication, and whether the days agree; events need not: SimPy has one for each step of a rack. Here the cause
// record, tallies and all outputs are on; SimPy keeps no record.
//
//   tsx test/bench/rolloutPeer.ts [replications here] [replications in SimPy]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollout, scenarioSchema } from '../../models/rollout/index.ts';
import { basePoint } from '../../src/experiment/index.ts';
import { layoutOf } from '../../src/record/index.ts';
import { replicator } from '../../src/experiment/replicate.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { parameters } from './peers/rolloutParameters.ts';
import { rolloutTree } from './peers/rolloutTree.ts';

const [ours = 400, theirs = 100] = process.argv.slice(2).map(Number);
const WARM_UP = 30;
const PEER_WARM_UP = 2;
const STANDARD_ERRORS = 4;
const TIMES_FASTER = 20;

interface Figures {
  readonly half: number[];
  readonly whole: number[];
  readonly events: number[];
  readonly milliseconds: number;
}

function measureHere(): Figures {
  const { scenario } = loadScenario({
    source: { name: 'peer', tree: rolloutTree() },
    schema: scenarioSchema,
    catalog: () => undefined,
  });
  const { fields } = layoutOf(rollout.outputs(scenario));
  const at = (name: string): number => fields.find(({ column }) => column.name === name)!.offset;
  const places = { half: at('contract_50_pct'), whole: at('contract_100_pct'), events: at('events') };
  const replicate = replicator(rollout, new Simulation(), basePoint(scenario), 'peer');
  for (let replication = 0; replication < WARM_UP; replication++) replicate(ours + replication);
  const began = process.cpuUsage();
  const records = Array.from({ length: ours }, (_, replication) => replicate(replication));
  const { user, system } = process.cpuUsage(began);
  const milliseconds = (user + system) / 1000 / ours;
  const column = (place: number): number[] => records.map((record) => record[place]!);
  return {
    half: column(places.half),
    whole: column(places.whole),
    events: column(places.events),
    milliseconds,
  };
}

/** The same figures from SimPy; undefined where it is not installed. */
function measurePeer(): Figures | undefined {
  if (spawnSync('python3', ['-c', 'import simpy']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'gigaramp-peer-'));
  try {
    const file = join(folder, 'parameters.json');
    writeFileSync(file, JSON.stringify(parameters));
    const script = fileURLToPath(new URL('./peers/rollout_simpy.py', import.meta.url));
    const found = spawnSync('python3', [script, file, `${theirs}`, `${PEER_WARM_UP}`, '1'], {
      encoding: 'utf8',
    });
    if (found.status !== 0) throw new Error(`SimPy: ${found.stderr}`);
    return JSON.parse(found.stdout) as Figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function meanAndError(values: readonly number[]): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (values.length - 1) / values.length)];
}

function print(name: string, { half, whole, events, milliseconds }: Figures): void {
  const shown = (values: readonly number[], digits: number): string =>
    meanAndError(values)
      .map((value) => value.toFixed(digits))
      .join(' ± ');
  console.log(`${name}, ${half.length} replications (mean ± standard error)`);
  console.log(`  day of 50 % of the contract   ${shown(half, 2)}`);
  console.log(`  day of 100 % of the contract  ${shown(whole, 2)}`);
  console.log(`  events a replication          ${shown(events, 1)}`);
  console.log(`  CPU ms a replication          ${milliseconds.toFixed(2)}`);
}

/** Prints whether the means of two samples differ by less than so many standard errors of the difference. */
function printAgreement(name: string, a: readonly number[], b: readonly number[]): void {
  const [[meanA, errorA], [meanB, errorB]] = [meanAndError(a), meanAndError(b)];
  const errors = (meanA - meanB) / Math.hypot(errorA, errorB);
  const verdict = Math.abs(errors) <= STANDARD_ERRORS ? 'agrees' : 'DOES NOT AGREE';
  console.log(`  ${name.padEnd(28)}  ${errors.toFixed(2)} standard errors apart: ${verdict}`);
}

const here = measureHere();
print('Gigaramp', here);
const peer = measurePeer();
if (peer === undefined) console.log("SimPy: skipped, python3 -c 'import simpy' fails");
else {
  print('SimPy', peer);
  const ratio = peer.milliseconds / here.milliseconds;
  console.log('SimPy against Gigaramp');
  printAgreement('day of 50 %', here.half, peer.half);
  printAgreement('day of 100 %', here.whole, peer.whole);
  const reached = ratio >= TIMES_FASTER ? 'reached' : 'NOT REACHED';
  console.log(
    `  CPU time                      ${ratio.toFixed(1)} times: at least ${TIMES_FASTER} ${reached}`,
  );
}
