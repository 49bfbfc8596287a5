import { factorTitles } from '../answer/index.ts';
import type { Factor } from '../design/index.ts';
import type { Titles } from '../record/index.ts';

/**
 * Factors with names that can be read aloud: a path by what it is part of and its last word, `transformer lead time`;
 * an input by its title. A path that would be called as another one keeps all of itself.
 *
 * @example withTitles([{ kind: 'values', name: 'deployment.crews', values: ['1 crew'] }], titles)[0].title // 'crews'
 */
export function withTitles(factors: readonly Factor[], titles: Titles | undefined): Factor[] {
  const called = factorTitles(
    factors.map(({ name }) => name),
    titles,
    factors.map(({ title }) => title),
  );
  return factors.map((factor, index) => ({ ...factor, title: called[index]! }));
}
