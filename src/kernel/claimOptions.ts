import type { Callback } from './eventTarget.ts';

export interface ClaimOptions {
  /**
   * Place in the queue, any finite number, lower first; FIFO within it. Default: the priority of the process.
   *
   * It orders claims alone: what follows a grant has its place among events by the priority of the process, or 0.
   */
  priority?: number;
  /** Days after which the claim is given up. Default: never. */
  patience?: number;
}

export interface RequestOptions extends ClaimOptions {
  /** Called, with the argument of the request, instead of the callback when the patience has run out. */
  onRenege?: Callback;
}

/** @internal */
export const NO_OPTIONS: RequestOptions = {};
/** @internal */
export const CLAIM_OPTIONS: readonly string[] = ['priority', 'patience'];
/** @internal */
export const REQUEST_OPTIONS: readonly string[] = [...CLAIM_OPTIONS, 'onRenege'];
