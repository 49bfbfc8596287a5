import { givenText } from './givenText.ts';

/**
 * The answer of a predicate; throws on one that is neither true nor false: 'no' or a promise would count as true.
 * `predicate` is its name, unless that is put before the error later.
 */
export function answerOf(answer: unknown, predicate = ''): boolean {
  if (typeof answer === 'boolean') return answer;
  const whose = predicate === '' ? '' : `${predicate}: `;
  throw new Error(`${whose}answered ${givenText(answer)}, expected true or false`);
}
