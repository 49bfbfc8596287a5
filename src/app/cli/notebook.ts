import { basename, join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { noteLine, printLine, type Console } from './console.ts';

/**
 * `gigaramp notebook script.ts [-- words of the script]`; `onFailure` is told the exit code of one that failed or was
 * stopped.
 */
export function notebookCommand(console: Console, onFailure: (exitCode: number) => void): Command {
  return new Command('notebook')
    .description('run a script with // %% cells and write what it shows as one page')
    .argument('<script>', 'TypeScript file')
    .argument('[words...]', "the script's own arguments, after --")
    .option('-o, --out <file>', 'page to write (default: results/<script name>/notebook.html)')
    .option('--md', 'also write Markdown, with its pictures as SVG files beside it')
    .action(async (file, words, { md = false, out = defaultOut(file) }) => {
      // Charts and highlighting take long to load, and no other command needs them.
      const { checkNotebookOut, runNotebook, writeNotebook } = await import('../../notebook/index.ts');
      checkNotebookOut(out);
      const run = await stoppable((signal) => runNotebook({ file, words, signal }));
      if (run === undefined) {
        noteLine(console, 'stopped; nothing was written');
        onFailure(130);
        return;
      }
      for (const path of writeNotebook(run, { out, markdown: md })) printLine(console, `Wrote ${path}`);
      const failed = run.cells.find(({ state }) => state === 'failed');
      if (!run.isFailed || failed?.failure === undefined) return;
      const { message, line = failed.cell.line } = failed.failure;
      noteLine(console, `error: ${run.script}:${line}: ${message.replaceAll(/\s*\n\s*/g, ' ')}`);
      onFailure(1);
    }) as unknown as Command;
}

function defaultOut(file: string): string {
  return join('results', basename(file).replace(/\.m?ts$/, ''), 'notebook.html');
}

/** Ctrl-C stops the script, however it is busy. */
async function stoppable<T>(body: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await body(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
