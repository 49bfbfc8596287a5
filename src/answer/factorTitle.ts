import type { Titles } from '../record/index.ts';
import { inputTitle } from './inputTitle.ts';

/**
 * What a factor is called where it is read and not set: a path by what it is part of and its last word, an input by its
 * title.
 *
 * @example factorTitle('construction.transformer.leadTime', titles) // 'transformer lead time'
 */
export function factorTitle(path: string, titles: Titles | undefined): string {
  const parts = path.split('.');
  // A place in a list is no name.
  if (/^\d+$/.test(parts.at(-1)!)) return path;
  const last = inputTitle(parts.at(-1)!, titles);
  return parts.length < 3 ? last : inputTitle(`${parts[1]!} ${last}`, titles);
}

/**
 * What factors are called side by side: one that would be called as another keeps all of its path.
 *
 * @param named what each is called alone, where it has a title of its own
 */
export function factorTitles(
  paths: readonly string[],
  titles: Titles | undefined,
  named: readonly (string | undefined)[] = [],
): string[] {
  const alone = paths.map((path, index) => named[index] ?? factorTitle(path, titles));
  return alone.map((title, index) =>
    alone.indexOf(title) === alone.lastIndexOf(title) ? title : paths[index]!,
  );
}
