import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sha256, type Experiment, type Identity } from './experiment.ts';
import { parseIdentity } from './identity.ts';
import { InputError } from './inputError.ts';
import { nodeMajor } from './package.ts';
import { isFolderThere, namesIn, resultText } from './resultFile.ts';
import { writeWholeFile } from './wholeFile.ts';

/** The identity of the experiment whose records are in a folder, or nothing. */
export function storedIdentity(folder: string): string | undefined {
  return resultText(join(folder, 'experiment.json'));
}

/** Removes the records in a folder, if records they are. */
export function removeRecords(folder: string): void {
  if (storedIdentity(folder) === undefined) return;
  for (const name of namesIn(folder)) {
    if (name.startsWith('point-') || name.startsWith('experiment.json') || name === 'node-major.txt') {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** Makes a folder that of an experiment; throws InputError where it is that of another, saying what to do. */
export function claimFolder<S>(folder: string, experiment: Experiment<S>, remedy: string): void {
  if (!isFolderThere(folder)) mkdirSync(folder, { recursive: true });
  const identity = storedIdentity(folder);
  if (identity === undefined) {
    writeWholeFile(join(folder, 'node-major.txt'), `${nodeMajor()}\n`);
    writeWholeFile(join(folder, 'experiment.json'), experiment.identity);
  }
  // Also after writing: another may have claimed the folder at the same time.
  checkOwner(folder, experiment, storedIdentity(folder) ?? '', remedy);
}

/** @throws InputError when a folder is that of another experiment, or of another Node major version. */
export function checkOwner<S>(
  folder: string,
  experiment: Experiment<S>,
  identity: string,
  remedy: string,
): void {
  if (sha256(identity) !== experiment.id) {
    const { problem } = parseIdentity(identity);
    if (problem !== undefined) {
      throw new InputError(
        `${join(folder, 'experiment.json')}: ${problem}, expected what a run wrote; ${remedy}`,
      );
    }
    const differences = differingParts(identity, experiment.identity);
    throw new InputError(`${folder}: holds another experiment (not the same: ${differences}); ${remedy}`);
  }
  const found = recordedNodeMajor(folder);
  if (found !== nodeMajor()) {
    throw new InputError(
      `${folder}: records of Node ${found}, expected those of Node ${nodeMajor()}; ${remedy}`,
    );
  }
}

function recordedNodeMajor(folder: string): string {
  const path = join(folder, 'node-major.txt');
  const text = resultText(path) ?? '';
  const found = text.trim();
  if (/^\d{1,4}$/.test(found)) return found;
  throw new InputError(
    `${path}: ${text === '' ? 'missing or empty' : 'damaged'}, expected the major version of Node that made the records`,
  );
}

function differingParts(a: string, b: string): string {
  const parse = (text: string): Record<string, unknown> => {
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      return {};
    }
  };
  const [first, second] = [parse(a), parse(b)];
  const parts: (keyof Identity<unknown>)[] = ['schema', 'gigaramp', 'model', 'seed', 'files', 'points'];
  return parts.filter((part) => JSON.stringify(first[part]) !== JSON.stringify(second[part])).join(', ');
}
