import { factorTitle, factorTitles } from '../answer/index.ts';
import type { Factor } from '../design/index.ts';

/**
 * Factors with names that can be read aloud: a path by what it is part of and its last word, `transformer lead time`;
 * an input by its name in words. A path that would be called as another one keeps all of itself.
 *
 * @example withTitles([{ kind: 'values', name: 'deployment.crews', values: ['1 crew'] }])[0].title // 'crews'
 */
export function withTitles(factors: readonly Factor[]): Factor[] {
  const titles = factorTitles(
    factors.map(({ name }) => name),
    factors.map(({ name, title = factorTitle(name) }) => title),
  );
  return factors.map((factor, index) => ({ ...factor, title: titles[index]! }));
}
