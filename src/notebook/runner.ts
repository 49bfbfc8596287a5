// The process in which a notebook's script runs. Its arguments are the script and the script's own; it reports on
// file descriptor 3.
import { createHash } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
// Not the room's index, which would make every notebook wait for what it may not use.
import { INPUT_FILES, type InputFile } from '../experiment/inputFiles.ts';
import { captureText } from './captureText.ts';
import type { CellEvent } from './cellEvent.ts';
import { CELLS, DISPLAYS } from './channels.ts';
import { failureEvent } from './failureEvent.ts';
import type { Shown } from './shown.ts';

const REPORT = 3;
const report = (event: CellEvent): void => void writeSync(REPORT, `${JSON.stringify(event)}\n`);

const [node, , script] = process.argv;
process.argv.splice(0, 3, node, script);

const text = captureText(report);
subscribe(CELLS, (cell) => {
  text.flush();
  report({ kind: 'cell', cell: cell as number });
});
subscribe(DISPLAYS, (shown) => report({ kind: 'shown', shown: shown as Shown }));
subscribe(INPUT_FILES, (file) => {
  const { path, text } = file as InputFile;
  report({ kind: 'input', path, sha256: createHash('sha256').update(text).digest('hex') });
});

function fail(error: unknown): never {
  report(failureEvent(error, script));
  process.exit(1);
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.on('exit', () => text.flush());

try {
  await import(pathToFileURL(script).href);
  report({ kind: 'end' });
} catch (error) {
  fail(error);
}
