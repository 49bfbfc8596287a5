import type { Path } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { OutputScenario } from './outputSchema.ts';

/** The output of a vendor, and where it stands. */
export interface PlacedOutput {
  readonly output: OutputScenario;
  readonly path: Path;
  /** Whether it is that of the vendor whose products the scenario lists. */
  readonly isLead: boolean;
}

/** The outputs of all vendors, the lead vendor's first. */
export function placedOutputs({ chips }: RolloutScenario): PlacedOutput[] {
  return [
    { output: chips.output, path: ['chips', 'output'], isLead: true },
    ...(chips.otherVendors ?? []).map(({ output }, index) => ({
      output,
      path: ['chips', 'otherVendors', index, 'output'],
      isLead: false,
    })),
  ];
}
