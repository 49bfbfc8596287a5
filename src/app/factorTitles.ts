import { factorTitle } from '../answer/index.ts';
import type { Factor } from '../design/index.ts';

/**
 * Factors with names that can be read aloud: a path by what it is part of and its last word, `transformer lead time`;
 * an input by its name in words. A path that would be called as another one keeps all of itself.
 *
 * @example withTitles([{ kind: 'values', name: 'deployment.crews', values: ['1 crew'] }])[0].title // 'crews'
 */
export function withTitles(factors: readonly Factor[]): Factor[] {
  const titles = factors.map((factor) => factor.title ?? factorTitle(factor.name));
  return factors.map((factor, index) => {
    const isTwice = titles.indexOf(titles[index]!) !== titles.lastIndexOf(titles[index]!);
    return { ...factor, title: isTwice ? factor.name : titles[index]! };
  });
}
