import { useEffect } from 'preact/hooks';
import { linkOf, stateOf } from '../link/link.ts';
import type { PageState } from '../link/pageState.ts';

/** Browsers ignore an address that is replaced more than 200 times in ten seconds, as a drag would do. */
const QUIET_MILLISECONDS = 100;

/**
 * Keeps the address of the page in step with its state, both ways. Links take time to pack and to unpack: only the
 * latest counts, so that a long text that was left cannot come back over what was picked after it.
 */
export function useLink(state: PageState, onState: (state: PageState) => void): void {
  useEffect(() => {
    let isLatest = true;
    const later = setTimeout(() => {
      void linkOf(state).then((link) => {
        if (isLatest) history.replaceState(null, '', `#${link}`);
      });
    }, QUIET_MILLISECONDS);
    return () => {
      isLatest = false;
      clearTimeout(later);
    };
  }, [state]);

  useEffect(() => {
    let asked = 0;
    const follow = (): void => {
      const own = ++asked;
      void stateOf(location.hash).then((next) => {
        if (own === asked) onState(next);
      });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}
