import type { Setting } from '../scenario/applySettings.ts';

/** Dotted path → value, laid over a scenario: as `--set` has them. */
export type Settings = Readonly<Record<string, Setting>>;
