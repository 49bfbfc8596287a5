import { CLAIM_OPTIONS, REQUEST_OPTIONS } from './claimOptions.ts';
import type { ClaimOptions } from './claimOptions.ts';

export interface AcquireOptions extends ClaimOptions {
  /** Units wanted at once. Default 1. */
  units?: number;
  /**
   * Whether it takes the units of less urgent tickets, the latest first, where their work does not say `finish`.
   * Default false.
   */
  preempt?: boolean;
}

/** @internal */
export const ACQUIRE_OPTIONS: readonly string[] = [...CLAIM_OPTIONS, 'units', 'preempt'];
/** @internal */
export const TICKET_OPTIONS: readonly string[] = [...REQUEST_OPTIONS, 'units', 'preempt'];
