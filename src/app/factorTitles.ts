import type { Factor } from '../design/index.ts';

/**
 * Factors with names that can be read aloud: a path by what it is part of and its last word, `transformer lead time`;
 * an input by its name in words. A path that would be called as another one keeps all of itself.
 *
 * @example withTitles([{ kind: 'values', name: 'deployment.crews', values: ['1 crew'] }])[0].title // 'crews'
 */
export function withTitles(factors: readonly Factor[]): Factor[] {
  const titles = factors.map((factor) => factor.title ?? titleOf(factor.name));
  return factors.map((factor, index) => {
    const isTwice = titles.indexOf(titles[index]!) !== titles.lastIndexOf(titles[index]!);
    return { ...factor, title: isTwice ? factor.name : titles[index]! };
  });
}

function titleOf(path: string): string {
  const parts = path.split('.');
  // A place in a list is no name.
  if (/^\d+$/.test(parts.at(-1)!)) return path;
  const last = inWords(parts.at(-1)!);
  return parts.length < 3 ? last : `${inWords(parts[1]!)} ${last}`;
}

function inWords(name: string): string {
  return name.replaceAll(
    /([a-z])([A-Z])/g,
    (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
  );
}
