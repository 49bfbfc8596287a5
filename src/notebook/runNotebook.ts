import { basename } from 'node:path';
import type { CellFailure, CellRun, InputHash, Output } from './cellRun.ts';
import { importedFiles } from '../execution/importedFiles.ts';
import { ownFiles } from './ownFiles.ts';
import { markedScript } from './markedScript.ts';
import { portableOutput } from './portableOutput.ts';
import { knownFolders, portableText, type PortableText } from './portableText.ts';
import { runScript, type ScriptRun } from './runScript.ts';
import { scriptText } from './scriptText.ts';
import { splitCells } from './splitCells.ts';

/** A notebook with what came of it. */
export interface NotebookRun {
  /** The script, as a reader elsewhere would call it. */
  readonly script: string;
  readonly words: readonly string[];
  readonly cells: readonly CellRun[];
  /** The script first, then what it imports beside it, then what its scenarios were loaded from. */
  readonly inputs: readonly InputHash[];
  readonly isFailed: boolean;
}

/**
 * Runs a notebook's script and gathers what each cell put out.
 *
 * @param words the script's own arguments.
 * @returns nothing when the signal stopped it.
 * @throws InputError on a file that is no script, or a script that does not parse or cannot be split.
 */
export async function runNotebook({
  file,
  words = [],
  signal,
}: {
  file: string;
  words?: readonly string[];
  signal?: AbortSignal | undefined;
}): Promise<NotebookRun | undefined> {
  const { path, text, hash } = scriptText(file);
  const portable = portableText({ folders: knownFolders(path) });
  const cells = splitCells(text, portable(file));
  const source = markedScript(text, cells);
  const run = await runScript({ script: path, source, words, signal });
  if (signal?.aborted === true) return undefined;

  const firstCode = cells.findIndex(({ kind }) => kind === 'code');
  const begun = [firstCode, ...run.events.flatMap((event) => (event.kind === 'cell' ? [event.cell] : []))];
  const last = Math.max(...begun);
  const failure = failureOf(run, last === cells.findLastIndex(({ kind }) => kind === 'code'));
  const outputs = outputsByCell(run, firstCode, portable);
  return {
    script: portable(file),
    words: words.map(portable),
    cells: cells.map((cell, index): CellRun => {
      const own = outputs.get(index) ?? [];
      if (cell.kind === 'markdown') return { cell, state: 'done', outputs: [] };
      if (failure === undefined || index < last) return { cell, state: 'done', outputs: own };
      if (index > last) return { cell, state: 'not run', outputs: [] };
      const told = { ...failure, message: portable(failure.message) };
      return { cell, state: 'failed', outputs: own, failure: told };
    }),
    inputs: [
      { path: basename(file), sha256: hash },
      ...ownFiles([...importedFiles(path, text), ...inputsOf(run)]),
    ].map((input) => ({ ...input, path: portable(input.path) })),
    isFailed: failure !== undefined,
  };
}

function failureOf(
  { events, exitCode, signal, stray }: ScriptRun,
  isLastBegun: boolean,
): CellFailure | undefined {
  const reported = events.find((event) => event.kind === 'failure');
  if (reported !== undefined) return { message: reported.message, line: reported.line };
  if (stray.includes('heap out of memory')) return { message: 'out of memory' };
  if (exitCode === 13) return { message: 'never ends: it awaits what never comes' };
  if (exitCode === null) return { message: `the process was ended by ${signal}` };
  if (exitCode !== 0) return { message: `the script ended with exit code ${exitCode}` };
  if (isLastBegun || events.some(({ kind }) => kind === 'end')) return undefined;
  return { message: 'the script ended here, before its last cell' };
}

/** The outputs of each cell, pieces of one text joined. */
function outputsByCell(
  { events, stray }: ScriptRun,
  firstCode: number,
  portable: PortableText,
): Map<number, Output[]> {
  const byCell = new Map<number, Output[]>();
  let current = firstCode;
  const add = (output: Output): void => {
    const outputs = byCell.get(current) ?? [];
    byCell.set(current, outputs);
    const before = outputs.at(-1);
    if (output.kind === 'text' && before?.kind === 'text' && before.stream === output.stream) {
      outputs[outputs.length - 1] = { ...before, text: before.text + output.text };
    } else outputs.push(output);
  };
  for (const event of events) {
    if (event.kind === 'cell') current = event.cell;
    else if (event.kind === 'text' || event.kind === 'cut' || event.kind === 'shown') add(event);
  }
  if (stray !== '' && events.some(({ kind }) => kind === 'end')) {
    add({ kind: 'text', stream: 'error', text: stray });
  }
  for (const [cell, outputs] of byCell)
    byCell.set(
      cell,
      outputs.map((output) => portableOutput(output, portable)),
    );
  return byCell;
}

function inputsOf({ events }: ScriptRun): InputHash[] {
  const files = new Map<string, InputHash>();
  for (const event of events) {
    if (event.kind === 'input') files.set(`${event.path} ${event.sha256}`, event);
  }
  return [...files.values()].map(({ path, sha256 }) => ({ path, sha256 }));
}
