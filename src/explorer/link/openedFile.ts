import { stateOf } from './link.ts';
import type { PageState } from './pageState.ts';

/**
 * The state of an address; one that names a file which `gigaramp explore` serves beside the page begins with that file.
 *
 * @example await openedState('#open=mine.yaml');
 */
export async function openedState(link: string): Promise<PageState> {
  const state = await stateOf(link);
  const name = new URLSearchParams(link.replace(/^#/, '')).get('open');
  if (name === null || name === '') return state;
  const answer = await fetch(new URL(`./opened/${encodeURIComponent(name)}`, location.href));
  return answer.ok ? { ...state, source: { kind: 'own', name, text: await answer.text() } } : state;
}
