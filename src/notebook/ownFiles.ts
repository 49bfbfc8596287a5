import type { InputHash } from './cellRun.ts';

/** The files of the project: what packages brought is theirs, and their versions stand for it. */
export function ownFiles(inputs: readonly InputHash[]): InputHash[] {
  return inputs.filter(({ path }) => !path.split(/[/\\]/).includes('node_modules'));
}
