import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShardPlan } from '../../src/app/shardPlan.ts';
import { canonicalJson, sha256, type Manifest } from '../../src/experiment/index.ts';
import { commandLine, commandLineOf, toy } from '../fixtures/toy/console.ts';
import { csvHashes, filesOf } from '../fixtures/toy/folder.ts';

const once = mkdtempSync(join(tmpdir(), 'gigaramp-'));
afterAll(() => rmSync(once, { recursive: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const RUN = ['run', '-n', '60', '-w', '1'];
const SWEEP = ['sweep', '--vary', 'lines=3,5', '-n', '31', '-w', '1'];
const at = (name: string): string => join(folder, name);
const whole = (command: readonly string[]): string => join(once, command[0]!);
beforeAll(async () => {
  for (const command of [RUN, SWEEP]) await commandLine(...command, '--out', whole(command));
});

const part = (command: readonly string[], shard: string, out = 'out') =>
  commandLine(...command, '--out', at(out), '--shard', shard);
const merge = (out = 'out') => commandLine('merge', at(out));

/** Changes the text of a plan, and its checksum with it, as who means to does. */
function changePlan(change: (text: string) => string): void {
  const path = at('out/shards/60-replications-in-2.json');
  const { sha256: _, ...plan } = JSON.parse(change(readFileSync(path, 'utf8'))) as ShardPlan & {
    sha256: string;
  };
  writeFileSync(path, JSON.stringify({ ...plan, sha256: sha256(canonicalJson(plan)) }));
}

async function parts(command: readonly string[], count: number, out = 'out'): Promise<void> {
  // Not in order: 5 has no factor in common with the counts here.
  for (let index = 0; index < count; index++) await part(command, `${(index * 5 + 2) % count}/${count}`, out);
}

const blocks = (out = 'out'): string[] => filesOf(at(out)).filter((name) => name.endsWith('.arrow'));
/** Path → bytes and time of last change. */
const stateOf = (out = 'out') =>
  Object.fromEntries(
    filesOf(at(out))
      .map((name) => join(at(out), name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [path, [statSync(path).mtimeMs, readFileSync(path, 'latin1')]]),
  );

describe('a run in shards, merged', () => {
  test.each(process.env['GIGARAMP_FULL'] === '1' ? [1, 3, 7] : [3])(
    'is to the byte a run on one machine, in %i of them in any order',
    async (count) => {
      for (const command of [RUN, SWEEP]) {
        const out = command[0]!;
        await parts(command, count, out);
        expect((await merge(out)).exitCode).toBe(0);
        expect(csvHashes(at(out))).toEqual(csvHashes(whole(command)));
        for (const name of ['datapackage.json', 'report.html']) {
          expect(readFileSync(join(at(out), name), 'utf8')).toBe(
            readFileSync(join(whole(command), name), 'utf8'),
          );
        }
      }
    },
  );

  test('has the manifest of that run but for how it was run, and says in how many shards', async () => {
    await parts(RUN, 3);
    await merge();
    const manifest = (path: string) =>
      JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Manifest;
    const { run, ...merged } = manifest(at('out'));
    const { run: other, ...single } = manifest(whole(RUN));
    expect(merged).toEqual(single);
    expect(run).toMatchObject({ shards: 3, found: 60, module: other.module, node: other.node });
    expect(run).not.toHaveProperty('workers');
  });

  test('says what was laid over the scenario, and what of it may not be meant', async () => {
    writeFileSync(at('odd.yaml'), 'lines: 5\ndays: [20 to 40 days, 30 to 60 days, 10 days]\n');
    const odd = ['run', at('odd.yaml'), '-n', '6', '-w', '1', '--set', 'lines=4'];
    const warned = {
      ...toy,
      model: { ...toy.model, warnings: () => [{ path: ['lines'], message: 'lines: 4, and most have 5' }] },
    };
    for (const shard of ['0/2', '1/2'])
      await commandLineOf(warned, ...odd, '--out', at('out'), '--shard', shard);
    expect((await commandLineOf(warned, 'merge', at('out'))).exitCode).toBe(0);
    const manifest = JSON.parse(readFileSync(at('out/manifest.json'), 'utf8')) as Manifest;
    expect(manifest.run).toMatchObject({ settings: { lines: 4 }, shards: 2 });
    expect(manifest.warnings).toEqual([expect.stringContaining('4, and most have 5')]);
    expect(readFileSync(at('out/report.html'), 'utf8')).toContain('4, and most have 5');
  });

  test('prints what that run prints', async () => {
    await parts(RUN, 2);
    const single = await commandLine(...RUN, '--out', at('one'));
    const merged = await merge();
    expect(merged.out.replaceAll('/out', '/one')).toBe(single.out);
    const json = JSON.parse((await commandLine('merge', at('out'), '--json')).out) as object;
    expect(json).toMatchObject({ replications: 60, target: null });
    const one = JSON.parse((await commandLine(...RUN, '--out', at('one'), '--json')).out) as object;
    expect(Object.keys(json)).toEqual(Object.keys(one));
  });

  test('is replayed, resumed and extended like any other', async () => {
    await parts(RUN, 3);
    await merge();
    expect((await commandLine('replay', at('out'), '-w', '1')).out).toContain('identical');
    const extended = await commandLine('run', '-n', '80', '-w', '1', '--out', at('out'));
    expect(extended.error).toContain('found 60 finished replications');
    await commandLine('run', '-n', '80', '-w', '1', '--out', at('long'));
    expect(csvHashes(at('out'))).toEqual(csvHashes(at('long')));
  });

  test('is extended by shards, which find what is there, in another number of them too', async () => {
    await parts(RUN, 3);
    const longer = ['run', '-n', '90', '-w', '1'];
    const first = await part(longer, '0/2');
    expect(first.out).toContain('all 45 replications were there, nothing to do');
    const second = await part(longer, '1/2');
    expect(second.out).toMatch(/ran 30 replications in [\d.]+ s, 15 were there/);
    expect((await merge()).exitCode).toBe(0);
    await commandLine(...longer, '--out', at('long'));
    expect(csvHashes(at('out'))).toEqual(csvHashes(at('long')));
  });

  test('has shards without replications where there are more shards than those', async () => {
    const few = ['run', '-n', '2', '-w', '1'];
    for (const index of [0, 1, 2]) {
      const { exitCode, out } = await part(few, `${index}/3`);
      expect(exitCode).toBe(0);
      if (index === 2) expect(out).toContain('has no replications');
    }
    expect((await merge()).exitCode).toBe(0);
  });

  test('comes together from machines that share nothing, their folders laid over one another', async () => {
    for (const index of [0, 1, 2]) await part(RUN, `${index}/3`, `machine-${index}`);
    for (const index of [2, 0, 1]) cpSync(at(`machine-${index}`), at('out'), { recursive: true });
    expect((await merge()).exitCode).toBe(0);
    expect(csvHashes(at('out'))).toEqual(csvHashes(whole(RUN)));
  });

  test('can be merged again', async () => {
    await parts(RUN, 2);
    await merge();
    const before = csvHashes(at('out'));
    expect((await merge()).exitCode).toBe(0);
    expect(csvHashes(at('out'))).toEqual(before);
  });
});

describe('a shard', () => {
  test('says what it did, as a line or as JSON', async () => {
    expect((await part(RUN, '1/7')).out).toMatch(/^shard 1\/7 in .*out: ran 9 replications in [\d.]+ s\n$/);
    const { out } = await commandLine(...RUN, '--out', at('out'), '--shard', '0/7', '--json');
    expect(JSON.parse(out)).toMatchObject({ name: 'toy', shard: 0, shards: 7, ran: 9, found: 0 });
  });

  test('run twice changes nothing, and says so', async () => {
    await part(RUN, '1/3');
    const before = stateOf();
    const again = await part(RUN, '1/3');
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.out).toContain('all 20 replications were there, nothing to do');
    expect(stateOf()).toEqual(before);
  });

  test('writes the same bytes whoever runs it, and nothing of other shards', async () => {
    await part(RUN, '1/3', 'a');
    await part(['run', '-n', '60', '-w', '2'], '1/3', 'b');
    expect(blocks('a')).toEqual(['records/point-base/block-20-40.arrow']);
    for (const name of blocks('a')) {
      expect(readFileSync(join(at('b'), name))).toEqual(readFileSync(join(at('a'), name)));
    }
  });

  test('that was killed while it wrote is run again, and leaves nothing half-written', async () => {
    await parts(RUN, 3);
    const [torn] = blocks().filter((name) => name.includes('block-20-40'));
    truncateSync(join(at('out'), torn!), 300);
    writeFileSync(join(at('out'), 'records/point-base/block-20-40.arrow.0a1b2c3d-4e5f.unfinished'), 'half');
    const refused = await merge();
    expect(refused.exitCode).toBe(1);
    expect(refused.error).toContain(`block-20-40.arrow: torn or damaged, not used`);
    expect(refused.error).toContain('shard 1/3: 20 replications missing');
    const again = await part(RUN, '1/3');
    expect(again.error).toMatch(/dropped .*block-20-40\.arrow: torn or damaged/);
    expect((await merge()).exitCode).toBe(0);
    expect(csvHashes(at('out'))).toEqual(csvHashes(whole(RUN)));
    expect(filesOf(at('out')).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('leaves alone what other shards are writing at the same time', async () => {
    await part(RUN, '0/3');
    const others = join(at('out'), 'records/point-base/block-40-60.arrow.0a1b2c3d-4e5f.unfinished');
    writeFileSync(others, 'half');
    await part(RUN, '1/3');
    expect(readFileSync(others, 'utf8')).toBe('half');
  });

  test('runs at the same time as all others into a folder that none of them finds there', async () => {
    const all = await Promise.all([0, 1, 2, 3, 4].map((index) => part(RUN, `${index}/5`)));
    expect(all.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0]);
    expect((await merge()).exitCode).toBe(0);
    expect(csvHashes(at('out'))).toEqual(csvHashes(whole(RUN)));
  });

  test.each([
    [['--shard', '7/7'], /^error: shard: 7\/7, expected i\/n with 0 ≤ i < n/],
    [['--shard', 'auto'], /^error: shard: auto outside an array task/],
    [['--shard', '0/7', '--until', '±2pp'], /^error: until: with --shard, expected --replications/],
    [['--shard', '0/7', '--fresh'], /^error: fresh: with --shard, expected another --out folder/],
  ])('is refused in one line: %s', async (words, message) => {
    const { exitCode, error } = await commandLine(...RUN, '--out', at('out'), ...words);
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of another experiment is refused by the folder, with what differs', async () => {
    await part(RUN, '0/3');
    const { exitCode, error } = await part([...RUN, '--seed', '2'], '1/3');
    expect(exitCode).toBe(2);
    expect(error).toMatch(/^error: .*holds another experiment \(not the same: seed\)/);
  });

  test('of another number of shards is refused, for a task run alone takes itself for the whole', async () => {
    await part(RUN, '0/3');
    const { exitCode, error } = await part(RUN, '0/1');
    expect(exitCode).toBe(2);
    expect(error).toMatch(/^error: shards: 1, but .*60-replications-in-3\.json divides .* into 3/);
  });
});

describe('merge', () => {
  test('names each missing shard with the command that makes it, and does nothing else', async () => {
    const command = ['run', '-n', '60', '--seed', "o'clock", '-w1'];
    for (const shard of ['0/4', '2/4']) await part(command, shard);
    const { exitCode, out, error } = await merge();
    expect(exitCode).toBe(1);
    expect(out).toBe('');
    const named = (shard: string): string =>
      `shard ${shard}: 15 replications missing; run: gigaramp run -n 60 --seed 'o'\\''clock' --out ${at('out')} --shard ${shard}`;
    expect(error.trim().split('\n')).toEqual([
      `error: ${at('out')}: 2 of 4 shards are not whole`,
      named('1/4'),
      named('3/4'),
    ]);
    expect(readdirSync(at('out')).sort()).toEqual(['records', 'shards']);
  });

  test('names the many by their numbers', async () => {
    await part(RUN, '30/60');
    const { error } = await merge();
    expect(error).toContain('59 of 60 shards are not whole');
    expect(error).toContain('and in the same way 39 more: 20-29,31-59');
  });

  test('refuses a block of another experiment in one line, and removes nothing', async () => {
    await parts(RUN, 2);
    await parts([...RUN, '--seed', '2'], 2, 'other');
    const block = 'records/point-base/block-30-60.arrow';
    cpSync(join(at('other'), block), join(at('out'), block));
    const before = stateOf();
    for (const refused of [await merge(), await part(RUN, '1/2')]) {
      expect(refused.exitCode).toBe(2);
      expect(refused.error).toMatch(
        /^error: .*block-30-60\.arrow: a block of another experiment or another Node, .*\n$/,
      );
    }
    expect(stateOf()).toEqual(before);
  });

  test('refuses another experiment beside the plan, another version, and a folder without shards', async () => {
    await parts(RUN, 2);
    const plan = join(at('out'), 'shards/60-replications-in-2.json');
    const text = readFileSync(plan, 'utf8');
    writeFileSync(plan, text.replace(/"gigaramp": "[^"]+"/, '"gigaramp": "0.0.9"'));
    expect(await merge()).toMatchObject({ exitCode: 2 });
    expect((await merge()).error).toMatch(/^error: .*: shards of gigaramp 0\.0\.9, expected those of .*\n$/);
    writeFileSync(plan, text);
    changePlan((whole) => whole.replace(/"experiment": "[^"]+"/, '"experiment": "0"'));
    expect((await merge()).error).toMatch(
      /^error: .*experiment\.json: of another experiment than the shards.*\n$/,
    );
    writeFileSync(plan, '{');
    expect((await merge()).error).toMatch(
      /^error: .*60-replications-in-2\.json: is no JSON, expected what a shard wrote\n$/,
    );
    expect((await commandLine('merge', whole(RUN))).error).toMatch(
      /^error: .*: no shards, expected the folder of runs/,
    );
  });

  test('refuses the records of another Node', async () => {
    await parts(RUN, 2);
    writeFileSync(join(at('out'), 'records/node-major.txt'), '18\n');
    expect(await merge()).toMatchObject({ exitCode: 2 });
  });

  test('runs no model that the folder names', async () => {
    await parts(RUN, 2);
    changePlan((text) => text.replace(/"module": "[^"]+"/, '"module": "evil.mts"'));
    const { exitCode, error } = await merge();
    expect(exitCode).toBe(2);
    expect(error).toContain('expected --model evil.mts#model if you trust it');
  });

  test('names no command that would run a model which the folder names', async () => {
    await part(RUN, '0/2');
    for (const [command, message] of [
      ['"notebook"', /at command: expected one of run, sweep, backtest, expected what a shard wrote\n$/],
      ['"run", "--model", "evil.mts"', /made with an own model, expected --model with it if you trust it\n$/],
    ] as const) {
      changePlan((text) => text.replace(/"command": ?\[[^\]]*\]/, `"command": [${command}]`));
      const { exitCode, error } = await merge();
      expect(exitCode).toBe(2);
      expect(error).toMatch(message);
      expect(error.trim().split('\n')).toHaveLength(1);
    }
  });

  test('takes the model that it is given', async () => {
    const own = at('own.mts');
    const toy = fileURLToPath(new URL('../fixtures/toy/model.ts', import.meta.url));
    writeFileSync(own, `export { model, scenario } from ${JSON.stringify(toy)};\n`);
    const command = ['run', '-n', '20', '-w', '1', '--model', own];
    await part(command, '0/2');
    expect((await merge()).error).toMatch(/^error: .*expected --model .*own\.mts#model if you trust it/);
    const { error } = await commandLine('merge', at('out'), '--model', own);
    expect(error).toContain(`run: gigaramp run -n 20 --model ${own} --out ${at('out')} --shard 1/2`);
    await part(command, '1/2');
    expect((await commandLine('merge', at('out'), '--model', own)).exitCode).toBe(0);
  });

  test('finds a bit that flipped', async () => {
    await parts(RUN, 2);
    const path = join(at('out'), 'records/point-base/block-0-30.arrow');
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
    const { exitCode, error } = await merge();
    expect(exitCode).toBe(1);
    expect(error).toContain('block-0-30.arrow: torn or damaged');
    expect(error).toContain('shard 0/2: 30 replications missing');
  });

  test('finds a bit that flipped in the plan, which any shard that is run again mends', async () => {
    await parts(RUN, 2);
    const path = at('out/shards/60-replications-in-2.json');
    const plan = readFileSync(path, 'utf8');
    writeFileSync(path, plan.replace('"name": "t', '"name": "u'));
    const { exitCode, error } = await merge();
    expect(exitCode).toBe(2);
    expect(error).toContain('damaged (its checksum does not match)');
    await part(RUN, '1/2');
    expect(readFileSync(path, 'utf8')).toBe(plan);
    expect(await merge()).toMatchObject({ exitCode: 0 });
  });
});

test('a whole run in a task of an array says that it is whole, where all tasks do the same', async () => {
  vi.stubEnv('SLURM_ARRAY_TASK_ID', '3');
  const { exitCode, error } = await commandLine(...RUN, '--out', at('out'));
  vi.unstubAllEnvs();
  expect(exitCode).toBe(0);
  expect(error).toContain('whole run in a task of an array of Slurm; for its part alone: --shard auto\n');
});

test('a run with --fresh removes the plan of shards with their records', async () => {
  await parts(RUN, 2);
  await commandLine(...RUN, '--out', at('out'), '--fresh');
  expect((await merge()).error).toContain('no shards');
});
