import { useEffect, useRef } from 'preact/hooks';
import { linkOf, stateOf } from '../link/link.ts';
import { isMove } from '../link/moves.ts';
import type { PageState } from '../link/pageState.ts';

/** Browsers ignore an address that is replaced more than 200 times in ten seconds, as a drag would do. */
const QUIET_MILLISECONDS = 100;

/**
 * Keeps the address of the page in step with its state, both ways: a move is an entry of the history, to which Back
 * returns, and what is changed little by little replaces the address. Links take time to pack and to unpack: only the
 * latest counts, so that a long text that was left cannot come back over what was picked after it.
 */
export function useLink(state: PageState, onState: (state: PageState) => void): void {
  /** The state that the address holds. */
  const held = useRef(state);
  const latest = useRef(0);

  useEffect(() => {
    const own = ++latest.current;
    const later = setTimeout(() => {
      void linkOf(state).then((link) => {
        if (own !== latest.current) return;
        keep(link, isMove(held.current, state));
        held.current = state;
      });
    }, QUIET_MILLISECONDS);
    return () => clearTimeout(later);
  }, [state]);

  useEffect(() => {
    const follow = (): void => {
      // A place of the page, before its script could see to it, and no state.
      if (document.getElementById(location.hash.slice(1)) !== null) return;
      const own = ++latest.current;
      void stateOf(location.hash).then((next) => {
        if (own !== latest.current) return;
        held.current = next;
        onState(next);
      });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}

function keep(link: string, isNew: boolean): void {
  if (location.hash.slice(1) === link) return;
  if (isNew) history.pushState(null, '', `#${link}`);
  else history.replaceState(null, '', `#${link}`);
}
