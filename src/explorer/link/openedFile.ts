import { stateOf } from './link.ts';
import type { PageState } from './pageState.ts';

/**
 * The state of an address; one that names a file which `gigaramp explore` serves beside the page begins with that file.
 *
 * @example await openedState('#open=mine.yaml');
 */
export async function openedState(link: string): Promise<PageState> {
  const state = await stateOf(link);
  const words = new URLSearchParams(link.replace(/^#/, ''));
  const name = words.get('open');
  if (name === null || name === '') return state;
  const answer = await fetch(opened(name));
  if (!answer.ok) return state;
  const bases: Record<string, string> = {};
  for (const path of words.getAll('with')) {
    const base = await fetch(opened(path));
    if (base.ok) bases[path] = await base.text();
  }
  return { ...state, source: { kind: 'own', name, text: await answer.text(), bases } };
}

function opened(path: string): URL {
  return new URL(`./opened/${encodeURIComponent(path)}`, location.href);
}
