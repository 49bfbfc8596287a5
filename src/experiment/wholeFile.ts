import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** The name under which a file is written before it is whole. */
export function unfinishedName(path: string): string {
  return `${path}.${process.pid}.unfinished`;
}

/** Whether a file is what an interrupted write left behind. */
export function isUnfinished(name: string): boolean {
  return name.endsWith('.unfinished');
}

/** Writes a file so that it is there whole or not at all, whatever happens on the way. */
export function writeWholeFile(path: string, content: string | Uint8Array): void {
  const unfinished = unfinishedName(path);
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
