import type { FlowScenario } from './flowSchema.ts';

/** The halls of a provider that is not modelled site by site, as one site of it. */
export interface FlowSite extends FlowScenario {
  readonly kind: 'flow';
  readonly name: string;
  readonly provider: string;
  readonly product?: undefined;
}
