import type { Command } from '../../../src/kernel/index.ts';
import type { ProcuredClass, Regime } from './classes.ts';

/** What a provider has secured, shared by its sites, first come by the day of the order. */
export interface Stock {
  /** Takes a lot; gives the regime under which the order then runs, which is the open market where nothing was left. */
  take(of: ProcuredClass, regime: Regime): Generator<Command, Regime, unknown>;
}

/** A stock without an end: whoever says reserved or held has it. */
export const AS_MUCH_AS_IT_TAKES: Stock = {
  // eslint-disable-next-line require-yield
  *take(_of, regime) {
    return regime;
  },
};
