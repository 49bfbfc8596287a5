import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { packageRoot } from '../experiment/index.ts';

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** A file, and what is in it. */
interface ImportedFile {
  readonly path: string;
  readonly sha256: string;
}

/**
 * The files that a script imports by a relative path, and those import in turn, in the order of their paths; not
 * those of this package's own source, which its version stands for.
 */
export function importedFiles(script: string, text: string): ImportedFile[] {
  const found = new Map<string, string>();
  const visit = (path: string, source: string): void => {
    for (const [, from, bare, dynamic] of source.matchAll(IMPORT)) {
      const specifier = from ?? bare ?? dynamic;
      if (specifier === undefined || !specifier.startsWith('.')) continue;
      const target = resolve(dirname(path), specifier);
      if (target === script || found.has(target) || isOwnSource(target)) continue;
      if (!existsSync(target) || !statSync(target).isFile()) continue;
      const content = readFileSync(target);
      found.set(target, createHash('sha256').update(content).digest('hex'));
      visit(target, content.toString('utf8'));
    }
  };
  visit(script, text);
  return [...found].map(([path, sha256]) => ({ path, sha256 })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isOwnSource(path: string): boolean {
  const [room] = relative(packageRoot(), path).split(sep);
  return ['src', 'models', 'dist'].includes(room);
}
