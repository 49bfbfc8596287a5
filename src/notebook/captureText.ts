import { stripVTControlCharacters } from 'node:util';
import type { CellEvent } from './cellEvent.ts';

/** What a cell may print; a notebook is read by people. */
const MOST_CHARACTERS = 50_000;

/**
 * Sends all that this process prints to `report` instead, and what is too much of it nowhere.
 *
 * @returns `flush`, which begins a new cell: it reports what was left out of the last.
 */
export function captureText(report: (event: CellEvent) => void): { flush(): void } {
  let printed = 0;
  const flush = (): void => {
    if (printed > MOST_CHARACTERS) report({ kind: 'cut', characters: printed - MOST_CHARACTERS });
    printed = 0;
  };
  const take = (stream: 'out' | 'error', text: string): void => {
    const kept = text.slice(0, Math.max(0, MOST_CHARACTERS - printed));
    printed += text.length;
    if (kept !== '') report({ kind: 'text', stream, text: kept });
  };
  replaceWrite(process.stdout, (text) => take('out', text));
  replaceWrite(process.stderr, (text) => take('error', text));
  // How long something took is another number every time.
  console.timeEnd = (label = 'default') => console.log(`${label}: time not shown`);
  console.timeLog = (label = 'default', ...data: unknown[]) =>
    console.log(`${label}: time not shown`, ...data);
  return { flush };
}

function replaceWrite(stream: NodeJS.WriteStream, take: (text: string) => void): void {
  const decoder = new TextDecoder();
  stream.write = (
    chunk: Uint8Array | string,
    encodingOrDone?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    take(stripVTControlCharacters(text));
    const finished = typeof encodingOrDone === 'function' ? encodingOrDone : done;
    if (finished !== undefined) queueMicrotask(() => finished());
    return true;
  };
}
