import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What became of a process. */
export interface Ended {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

/** Runs Node to its end, whatever it is. */
export async function ended(words: readonly string[], cwd?: string): Promise<Ended> {
  return await new Promise((resolve) => {
    const child = execFile(process.execPath, [...words], { cwd }, (_, out, error) =>
      resolve({ exitCode: child.exitCode ?? -1, out, error }),
    );
  });
}

/** A checkout of a command line that prints one word, with this one's `bin` and packages. */
export function smallCheckout(): {
  readonly root: string;
  readonly write: (path: string, text: string) => void;
  readonly builds: () => string[];
  readonly start: () => Promise<Ended>;
} {
  const root = mkdtempSync(join(tmpdir(), 'gigaramp-checkout-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  cpSync(join(ROOT, 'bin'), join(root, 'bin'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of ['esbuild', 'tsx'])
    symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  for (const path of [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'node_modules/.package-lock.json',
  ])
    write(path, path === 'package.json' ? '{ "type": "module" }' : '{}');
  write(
    'src/app/cli/main.ts',
    `import { word } from '../word.ts';
export const main = (): void => console.log(word satisfies string, import.meta.url.endsWith('/src/app/cli/main.ts'), new Error().stack!.includes('.cache') ? 'built' : 'source');`,
  );
  write('src/app/word.ts', `export const word = 'one';`);
  write('src/execution/worker.ts', 'export default 1;');
  write('src/output/csvThread.ts', 'export default 1;');
  write('models/rollout/rollout.ts', 'export default 1;');
  return {
    root,
    write,
    builds: () => readdirSync(join(root, 'node_modules', '.cache', 'gigaramp')),
    start: async () => await ended([join(root, 'bin', 'gigaramp.js')]),
  };
}
