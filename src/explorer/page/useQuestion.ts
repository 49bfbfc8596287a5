import { useEffect, useState } from 'preact/hooks';
import { InputError } from '../../experiment/inputError.ts';
import type { Problem, Source } from '../exchange.ts';
import type { PageState, TypedSettings } from '../link/pageState.ts';
import { readSettings } from '../link/settings.ts';
import type { Settings } from '../settings.ts';
import type { DeskHandle } from './useDesk.ts';

/** Asks the desk anew whenever the state asks something else; gives what of its settings cannot be read. */
export function useQuestion(
  ask: DeskHandle['ask'],
  source: Source | undefined,
  { settings, baseline, seed, replications, milestone, blame, size, spend, costs }: PageState,
): readonly Problem[] {
  const [unread, setUnread] = useState<readonly Problem[]>([]);
  useEffect(() => {
    if (source === undefined) return;
    const read = (typed: TypedSettings): Settings | undefined => {
      try {
        return readSettings(typed);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        setUnread([{ line: `error: ${error.message}`, path: undefined, at: undefined }]);
        return undefined;
      }
    };
    setUnread([]);
    const now = read(settings);
    const before = baseline && read(baseline);
    const steps = { size, spend, costs };
    if (now !== undefined)
      ask({ source, settings: now, baseline: before, seed, replications, milestone, blame, steps });
  }, [source, settings, baseline, seed, replications, milestone, blame, size, spend, costs]);
  return unread;
}
