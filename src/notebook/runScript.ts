import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tsxApi } from '../execution/index.ts';
import type { CellEvent } from './cellEvent.ts';

/** What came of the process in which a script ran. */
export interface ScriptRun {
  readonly events: readonly CellEvent[];
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What reached the process's own outputs past the report: of child processes, or of Node itself as it died. */
  readonly stray: string;
}

/** How much of that is kept. */
const MOST_STRAY = 20_000;

/**
 * Runs a script as one module in a process of its own, with other text than its file has.
 *
 * @param script absolute path, without links.
 * @param source what runs in the place of the file's text.
 * @param signal stops it at once.
 */
export async function runScript({
  script,
  source,
  words,
  signal,
}: {
  script: string;
  source: string;
  /** The script's own arguments. */
  words: readonly string[];
  signal?: AbortSignal | undefined;
}): Promise<ScriptRun> {
  const folder = mkdtempSync(join(tmpdir(), 'gigaramp-notebook-'));
  const path = join(folder, 'report');
  const replacement = join(folder, 'source');
  writeFileSync(replacement, source);
  // A file and not a pipe: what was reported is there however the process ends, and never makes it wait.
  const report = openSync(path, 'w');
  try {
    const child = spawn(
      process.execPath,
      [...nodeOptions(script, replacement), fileURLToPath(runnerUrl()), script, ...words],
      { stdio: ['ignore', 'pipe', 'pipe', report], env: environment() },
    );
    const { exitCode, exitSignal, stray } = await ended(child, signal);
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    return {
      events: lines.map((line) => JSON.parse(line) as CellEvent),
      exitCode,
      signal: exitSignal,
      stray,
    };
  } finally {
    closeSync(report);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The compiler rewrites extensions in imports only, so the runner has the extension of this file. */
function runnerUrl(): URL {
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
  return new URL(`./runner${extension}`, import.meta.url);
}

/** Nothing that differs between machines: no colours, one language, one time zone. */
function environment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...others } = process.env;
  return { ...others, NO_COLOR: '1', TZ: 'UTC', LC_ALL: 'en_US.UTF-8' };
}

// Registered before tsx, so that tsx compiles what this gives it. A text, as nothing can load TypeScript yet.
const HOOK = `
import { readFileSync } from 'node:fs';
let script;
export function initialize(replaced) { script = replaced; }
export async function load(url, context, nextLoad) {
  if (url.split('?')[0] !== script.url) return nextLoad(url, context);
  return { format: 'module', source: readFileSync(script.path, 'utf8'), shortCircuit: true };
}`;

function nodeOptions(script: string, replacement: string): string[] {
  const data = { url: pathToFileURL(script).href, path: replacement };
  const start = [
    `import { register } from 'node:module';`,
    `register(${JSON.stringify(dataUrl(HOOK))}, { parentURL: import.meta.url, data: ${JSON.stringify(data)} });`,
    `const tsx = await import(${JSON.stringify(tsxApi())});`,
    `tsx.register();`,
  ];
  return ['--disable-warning=ExperimentalWarning', '--import', dataUrl(start.join('\n'))];
}

function dataUrl(text: string): string {
  return `data:text/javascript,${encodeURIComponent(text)}`;
}

async function ended(
  child: ChildProcess,
  signal: AbortSignal | undefined,
): Promise<{ exitCode: number | null; exitSignal: NodeJS.Signals | null; stray: string }> {
  let stray = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      stray = (stray + text).slice(0, MOST_STRAY);
    });
  }
  const stop = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) stop();
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode, exitSignal) => resolve({ exitCode, exitSignal, stray }));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
