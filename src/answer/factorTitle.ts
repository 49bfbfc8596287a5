import { inputTitle } from './inputTitle.ts';

/**
 * What a factor is called where it is read and not set: a path by what it is part of and its last word, an input by its
 * name in words.
 *
 * @example factorTitle('construction.transformer.leadTime') // 'transformer lead time'
 */
export function factorTitle(path: string): string {
  const parts = path.split('.');
  // A place in a list is no name.
  if (/^\d+$/.test(parts.at(-1)!)) return path;
  const last = inputTitle(parts.at(-1)!);
  return parts.length < 3 ? last : inputTitle(`${parts[1]!} ${last}`);
}

/**
 * What factors are called side by side: one that would be called as another keeps all of its path.
 *
 * @param titles what each would be called alone
 */
export function factorTitles(
  paths: readonly string[],
  titles: readonly string[] = paths.map(factorTitle),
): string[] {
  return titles.map((title, index) =>
    titles.indexOf(title) === titles.lastIndexOf(title) ? title : paths[index]!,
  );
}
