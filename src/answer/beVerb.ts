import type { Results } from './results.ts';

/** The verb after the title of a milestone: `10,000 GPUs are`, `25 % of the contract is`. */
export function beVerb(milestone: { readonly isPlural?: boolean | undefined } | undefined): 'is' | 'are' {
  return milestone?.isPlural === true ? 'are' : 'is';
}

/** The same after the title of a milestone by name, as the manifest says it. */
export function beVerbAfter({ manifest }: Results, name: string): 'is' | 'are' {
  return beVerb(manifest?.milestones?.find((one) => one.name === name));
}
