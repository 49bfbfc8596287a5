import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The commit of a checkout and whether files differ from it; nothing outside a checkout or without git. */
export function gitState(folder: string): { commit?: string; dirty?: boolean } {
  if (!existsSync(join(folder, '.git'))) return {};
  const git = (...parts: string[]): string => {
    return execFileSync('git', ['-C', folder, ...parts], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  };
  try {
    return { commit: git('rev-parse', 'HEAD').trim(), dirty: git('status', '--porcelain').trim() !== '' };
  } catch {
    return {};
  }
}
