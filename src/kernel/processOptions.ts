import { refuseFlag, refuseUnknown } from '../refusal/index.ts';

export interface ProcessOptions {
  /** Entity that the process's events belong to. Default: none. */
  entity?: number;
  /** Priority of its events among those of the same instant; lower first. Default 0. */
  priority?: number;
  /** Days from now to its start. Default 0. */
  delay?: number;
  /** Label of that delay, from `simulation.label`. Default: the process's name. */
  delayLabel?: number;
  /** Marks its delays as a clock, never a cause. Default false. */
  clock?: boolean;
}

const OPTION_NAMES = ['entity', 'priority', 'delay', 'delayLabel', 'clock'];

/** Those of a process that is given none. @internal */
export const DEFAULTS: ProcessOptions = {};

/** Throws on what is no options object, or has a wrong name; `owner` is whose they are. @internal */
export function checkProcessOptions(owner: string, options: ProcessOptions, now: number): void {
  refuseUnknown(owner, options, OPTION_NAMES, now);
  refuseFlag(owner, 'clock', options.clock, now);
}
