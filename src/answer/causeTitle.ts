import type { Titles } from '../record/index.ts';
import { UNMET } from './unmet.ts';

/** What a cause of a table is called: as the model says it, else by its name. */
export function causeTitle(cause: string, titles: Titles | undefined): string {
  const said = titles?.causes?.find(({ name }) => name === cause)?.title;
  return said ?? (cause === UNMET ? 'does not come by the horizon' : cause);
}
