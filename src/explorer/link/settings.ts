import { settingPair } from '../../app/vary.ts';
import type { Settings } from '../settings.ts';
import type { TypedSettings } from './pageState.ts';

/** Settings as `--set` reads them: numbers are numbers, `3w` is three weeks; what is empty is not set. */
export function readSettings(typed: TypedSettings): Settings {
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([, value]) => value.trim() !== '')
      .map(([path, value]) => settingPair(`${path}=${value}`)),
  );
}
