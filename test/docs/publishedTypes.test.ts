import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'gigaramp-types-'));
afterAll(() => rmSync(out, { recursive: true }));

const typescript = (...options: string[]): Promise<{ stdout: string }> =>
  promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options], {
    cwd: ROOT,
  });

// What the kernel calls in itself; each would be an error of the compiler if it were not in the published types.
const HIDDEN = {
  simulation: 'clock, planStep, runningStep, occupied, checkDelay, generation, queue, slotOf',
  process: 'slot, note, arrived, disown, latest',
  ticket: 'source, succeed, begin, owner, waiter',
  crane: 'serve, admit, settle, engage, fault',
  tank: 'change, claim',
  dock: 'insert, remove',
  power: 'happen, admit',
  causes: 'add, addDetail, row',
};

test('the published types of the kernel compile in strict mode, do what its users need, and hide what it calls itself', async () => {
  await typescript('-p', 'tsconfig.build.json', '--outDir', join(out, 'dist'));
  const hidden = Object.entries(HIDDEN).flatMap(([owner, names]) =>
    names.split(', ').map((name) => `// @ts-expect-error\nvoid ${owner}.${name};`),
  );
  const consumer = `import { drivingPath, Simulation, type Command, type Ticket } from './dist/src/kernel/index.js';
const simulation = new Simulation({ recordCauses: true });
const crane = simulation.resource('crane');
const tank = simulation.level('tank');
const dock = simulation.store<string>('dock');
const power = simulation.signal<string>('power');
function* body(): Generator<Command, number, unknown> {
  const ticket: Ticket = yield* crane.acquire();
  const [second, , name]: [Ticket, undefined, string] = yield* simulation.allOf([crane.acquire(), 3, power.wait()]);
  const patient: Ticket | undefined = yield* crane.acquire({ patience: 2 });
  const { value }: { value: number | string } = yield* simulation.anyOf([tank.take(1), dock.take()]);
  crane.release(ticket);
  crane.release(second);
  return [patient, name, value].length;
}
const process = simulation.process('body', body);
const ticket: Ticket = crane.request(() => {});
const { causes } = simulation;
const [first] = drivingPath(simulation, simulation.currentEvent);
export const shown: [string, number, boolean] = [first.label, causes.time[0], process.isAlive];
${hidden.join('\n')}
`;
  writeFileSync(join(out, 'consumer.ts'), consumer);
  const strict = { strict: true, skipLibCheck: false, types: [], noEmit: true };
  const compilerOptions = { ...strict, target: 'ES2023', module: 'nodenext', lib: ['ES2023', 'DOM'] };
  writeFileSync(join(out, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
  writeFileSync(join(out, 'package.json'), JSON.stringify({ type: 'module' }));
  const { stdout } = await typescript('-p', out).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
}, 60_000);
