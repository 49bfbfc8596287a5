import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  InputError,
  makeWritableFolder,
  unfinishedName,
  unwritable,
  writeNamedFile,
  writePlaceOf,
  writeWholeFile,
} from '../experiment/index.ts';
import { notebookHtml } from './notebookHtml.ts';
import { notebookMarkdown } from './notebookMarkdown.ts';
import type { NotebookRun } from './runNotebook.ts';

/** What all names of a notebook's files begin with. */
const stemOf = (out: string): string => basename(out, '.html');

/**
 * Checks that a notebook can be written, before anything long begins.
 *
 * @throws InputError.
 */
export function checkNotebookOut(out: string): void {
  if (!out.endsWith('.html') || stemOf(out) === '') {
    throw new InputError(`out: ${out}, expected a file name that ends in .html`);
  }
  try {
    const { file } = writePlaceOf(out);
    if (file === undefined) throw new InputError(`${out}: a stream or device, expected a file`);
    // In the nearest folder that there is: one that is refused leaves nothing behind.
    const trial = unfinishedName(join(nearestFolder(file), `.${basename(file)}`));
    writeWholeFile(trial, '');
    rmSync(trial);
  } catch (error) {
    throw unwritable('out', out, error);
  }
}

/**
 * Writes a notebook as HTML, and with `markdown` as Markdown and its pictures beside it.
 *
 * @returns the paths of what was written, pictures left out.
 */
export function writeNotebook(
  run: NotebookRun,
  { out, markdown = false }: { out: string; markdown?: boolean },
): string[] {
  makeWritableFolder('out', dirname(out));
  writeNamedFile('out', out, notebookHtml(run));
  if (!markdown) return [out];
  const [folder, stem] = [dirname(out), stemOf(out)];
  const { text, figures } = notebookMarkdown(run, stem);
  for (const { name, svg } of figures) writeNamedFile('out', join(folder, name), svg);
  const page = join(folder, `${stem}.md`);
  writeNamedFile('out', page, text);
  removeOtherFigures(folder, stem, figures.length);
  return [out, page];
}

function nearestFolder(path: string): string {
  const folder = dirname(resolve(path));
  return existsSync(folder) ? folder : nearestFolder(folder);
}

/** Pictures of an earlier run that had more of them. */
function removeOtherFigures(folder: string, stem: string, count: number): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${stem}.figure-`)) continue;
    const [, number] = /^(\d+)\.svg$/.exec(name.slice(`${stem}.figure-`.length)) ?? [];
    if (Number(number) > count) rmSync(join(folder, name));
  }
}
