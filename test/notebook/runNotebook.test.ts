import { describe, expect, test } from 'vitest';
import { runNotebook, type NotebookRun, type Output } from '../../src/notebook/index.ts';
import { DISPLAY, scriptFolder } from './scriptFolder.ts';

const folder = scriptFolder();
let count = 0;

async function run(...lines: string[]): Promise<NotebookRun> {
  const done = await runNotebook({ file: folder.write(`script-${count++}.ts`, ...lines) });
  if (done === undefined) throw new Error('run: stopped, expected it to end');
  return done;
}

const text = (output: Output | undefined): string => (output?.kind === 'text' ? output.text : '');

describe('cells', { concurrent: true }, () => {
  test('share their variables, await at the top, and each has what it put out, in order', async () => {
    const { cells, isFailed } = await run(
      `import { display } from '${DISPLAY}';`,
      `// %%`,
      `const numbers = await Promise.resolve([1, 2]);`,
      `console.log('sum', numbers[0] + numbers[1]);`,
      `console.error('careful');`,
      `console.table([{ a: 1 }]);`,
      `// %% [markdown]`,
      `// text`,
      `// %%`,
      `display({ title: 'Numbers', columns: ['n'], rows: numbers.map((n) => [n]) });`,
      `process.stdout.write('one ');`,
      `process.stdout.write('line\\n');`,
    );
    expect(isFailed).toBe(false);
    expect(cells.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    expect(cells[0]!.outputs).toEqual([]);
    expect(cells[1]!.outputs).toMatchObject([
      { stream: 'out', text: 'sum 3\n' },
      { stream: 'error', text: 'careful\n' },
      { stream: 'out', text: expect.stringContaining('│ (index) │ a │') as string },
    ]);
    expect(cells[3]!.outputs).toMatchObject([
      { kind: 'shown', shown: { kind: 'table', rows: [[{ text: '1' }], [{ text: '2' }]] } },
      { kind: 'text', text: 'one line\n' },
    ]);
  });

  test('fail with their error and its line, those before are done, those after not run', async () => {
    const { cells, isFailed } = await run(
      `function fail(): never {`,
      `  throw new Error('no', { cause: new Error('why') });`,
      `}`,
      `// %%`,
      `console.log('before');`,
      `fail();`,
      `// %%`,
      `console.log('after');`,
    );
    expect(isFailed).toBe(true);
    expect(cells.map(({ state }) => state)).toEqual(['done', 'failed', 'not run']);
    expect(text(cells[1]!.outputs[0])).toBe('before\n');
    expect(cells[1]!.failure).toEqual({ message: 'Error: no\ncaused by Error: why', line: 2 });
    expect(cells[2]!.outputs).toEqual([]);
  });

  test.for([
    [
      'reject where nobody listens',
      `void Promise.reject(new Error('lost')); await new Promise((go) => setTimeout(go, 50));`,
      'Error: lost',
    ],
    [
      'throw in a callback',
      `setTimeout(() => { throw new Error('late'); }); await new Promise((go) => setTimeout(go, 50));`,
      'Error: late',
    ],
    ['await what never comes', `await new Promise(() => {});`, 'never ends: it awaits what never comes'],
    ['leave with an exit code', `process.exit(3);`, 'the script ended with exit code 3'],
    ['leave early', `process.exit();`, 'the script ended here, before its last cell'],
    ['throw what is no error', `throw { code: 7 };`, 'thrown: { code: 7 }'],
    [
      'are killed',
      `process.kill(process.pid, 'SIGKILL'); await new Promise(() => {});`,
      'the process was ended by SIGKILL',
    ],
  ] as const)('fail when they %s', async ([, statement, message], { expect }) => {
    const { cells } = await run(`console.log('first');`, `// %%`, statement, `// %%`, `console.log('last');`);
    expect(cells.map(({ state }) => state)).toEqual(['done', 'failed', 'not run']);
    expect(cells[1]!.failure?.message).toBe(message);
  });

  test('fail at the first when an import does, without the path of this machine', async () => {
    const { cells } = await run(`import { a } from './absent.ts';`, `// %%`, `console.log(a);`);
    expect(cells.map(({ state }) => state)).toEqual(['failed', 'not run']);
    expect(cells[0]!.failure?.message).toContain('absent.ts');
    expect(cells[0]!.failure?.message).not.toContain(folder.path);
  });

  test('may end the script in the last of them', async () => {
    const { isFailed } = await run(`console.log(1);`, `// %%`, `process.exit(0);`);
    expect(isFailed).toBe(false);
  });
});

describe('what is put out', { concurrent: true }, () => {
  test('has no colours, no times and no path of this machine, nor what a line was before it was printed over', async () => {
    const { cells } = await run(
      `console.log('\\u001b[31mred\\u001b[0m');`,
      `console.log(import.meta.url, process.argv[1], process.cwd() + '/results');`,
      `console.time('run');`,
      `console.timeEnd('run');`,
      `process.stdout.write('10 %\\r20 %\\n');`,
      `console.log(new Date(0).toString());`,
    );
    expect(text(cells[0]!.outputs[0])).toMatch(
      /^red\nscript-\d+\.ts script-\d+\.ts results\nrun: time not shown\n20 %\nThu Jan 01 1970 00:00:00 GMT\+0000 \(Coordinated Universal Time\)\n$/,
    );
  });

  test('is cut when it is huge, and says by how much', async () => {
    const { cells } = await run(
      `for (let i = 0; i < 3000; i++) console.log('x'.repeat(99));`,
      `// %%`,
      `console.log('short');`,
    );
    expect(text(cells[0]!.outputs[0])).toHaveLength(50_000);
    expect(cells[0]!.outputs[1]).toEqual({ kind: 'cut', characters: 250_000 });
    expect(text(cells[1]!.outputs[0])).toBe('short\n');
  });

  test('of child processes is there too', async () => {
    const { cells } = await run(
      `import { execSync } from 'node:child_process';`,
      `execSync('echo from a child', { stdio: 'inherit' });`,
    );
    expect(text(cells[0]!.outputs[0])).toBe('from a child\n');
  });
});

describe('a notebook', { concurrent: true }, () => {
  test('names what it depends on: the script, what it imports beside it, and the files of its scenarios', async () => {
    folder.write('part.ts', `export const part: number = 1;`);
    const app = new URL('../../src/app/loadScenarioFile.ts', import.meta.url).href;
    const rollout = new URL('../../models/rollout/index.ts', import.meta.url).href;
    const scenario = folder.write('own.yaml', 'extends: gigaramp:none.yaml');
    const { inputs, cells } = await run(
      `import { part } from './part.ts';`,
      `import { loadScenarioFile } from '${app}';`,
      `import { scenarioSchema } from '${rollout}';`,
      `try { loadScenarioFile({ file: ${JSON.stringify(scenario)}, schema: scenarioSchema }); } catch { console.log(part); }`,
    );
    expect(text(cells[0]!.outputs[0])).toBe('1\n');
    expect(inputs.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^script-\d+\.ts$/),
      'part.ts',
      'own.yaml',
    ]);
    for (const { sha256 } of inputs) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('runs a script with Windows line ends, a byte order mark and a file name of more than letters', async () => {
    const file = folder.write(
      'a & b (1).ts',
      '\uFEFF// %%\r\nconst a: string = "x";\r\n// %%\r\nthrow new Error(a);\r\n',
    );
    const done = await runNotebook({ file });
    expect(done?.script).toBe('a & b (1).ts');
    expect(done?.cells[1]?.failure).toEqual({ message: 'Error: x', line: 4 });
  });

  test('passes words on to the script, which finds itself before them', async () => {
    const file = folder.write('words.ts', `console.log(process.argv.slice(1).join(' '));`);
    const done = await runNotebook({ file, words: ['--quick', 'a b'] });
    expect(text(done?.cells[0]?.outputs[0])).toBe('words.ts --quick a b\n');
  });

  test('is stopped by a signal, however busy the script is', async () => {
    const file = folder.write('busy.ts', `for (;;) {}`);
    const stopped = await runNotebook({ file, signal: AbortSignal.timeout(500) });
    expect(stopped).toBeUndefined();
  });

  test('runs the same whatever the folder is a package of, and is one module', async () => {
    const { cells } = await run(`// %%`, `export const a = 1;`, `// %%`, `console.log(typeof require, a);`);
    expect(text(cells[1]!.outputs[0])).toBe('undefined 1\n');
  });
});
