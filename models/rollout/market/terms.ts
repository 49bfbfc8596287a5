import type { RolloutScenario } from '../scenario.ts';

/** What a tenant has agreed with a provider, and what it is measured by. */
export interface TenantTerms extends Pick<
  RolloutScenario,
  'contract' | 'policies' | 'target' | 'milestones'
> {
  /** Empty for the contract that the scenario itself states. */
  readonly name: string;
  /** Places of its provider and its product among the scenario's. */
  readonly provider: number;
  readonly product: number;
}

/** The tenants of a scenario: a lone `contract:` is the short form of one. */
export function tenantTerms({ contract, policies, target, milestones }: RolloutScenario): TenantTerms[] {
  return [{ name: '', provider: 0, product: 0, contract, policies, target, milestones }];
}
