import { basename } from 'node:path';
import type { NotebookRun } from './runNotebook.ts';

/** The first heading of the notebook's text, else the script's name; and whether the text has it. */
export function notebookTitle({ script, cells }: Pick<NotebookRun, 'script' | 'cells'>): {
  title: string;
  isInText: boolean;
} {
  for (const { cell } of cells) {
    if (cell.kind !== 'markdown') continue;
    const [, heading] = /^# +(.+)$/m.exec(cell.text) ?? [];
    if (heading !== undefined) return { title: heading.replaceAll(/[*_`]/g, '').trim(), isInText: true };
  }
  return { title: basename(script), isInText: false };
}
