import { countText, listText, roundedText } from '../../../src/wording/index.ts';
import { median } from '../../../src/random/index.ts';
import type { DescribedLine } from '../../../src/experiment/model.ts';
import { contractRacks } from '../contract/size.ts';
import { partyNames } from '../market/parties.ts';
import { productTerms, providerTerms, tenantTerms, type TenantTerms } from '../market/terms.ts';
import type { RolloutScenario } from '../scenario.ts';
import { percentText, rangeText } from './rangeText.ts';
import { withDealsText } from './withDealsText.ts';

/** Each tenant: what its contract is for, at which providers, by which strategy, and what it was promised. */
export function tenantsDescribed(scenario: RolloutScenario): DescribedLine[] {
  const names = partyNames(scenario);
  const providers = providerTerms(scenario).map(({ name }) => name);
  return tenantTerms(scenario).map((terms, tenant) => ({
    what: names[tenant]!,
    text: [
      `${contractText(scenario, terms)} ${placesText(terms, providers)}`,
      ...capsText(terms, providers),
      ...withDealsText(scenario, tenant),
      `target ${percentText(terms.target.fraction)} of it by ${terms.target.by}`,
    ].join('; '),
  }));
}

/** What a contract is for in the middle of its range; that of the scenario itself has a part of its own. */
function contractText(scenario: RolloutScenario, { contract, product }: TenantTerms): string {
  const { name, gpusPerRack } = productTerms(scenario)[product]!;
  const racks = contractRacks(contract, { pricePerGpuHour: median(contract.price), gpusPerRack });
  const about = contract.gpus === 'derived' ? 'about ' : '';
  const ofProduct = product === 0 ? '' : ` (${name})`;
  return `a contract for ${about}${roundedText(racks * gpusPerRack)} GPUs in ${countText(racks, 'rack')}${ofProduct}`;
}

function placesText({ places, strategy }: TenantTerms, providers: readonly string[]): string {
  const [own, ...others] = places.map(({ provider }) => providers[provider]!);
  if (others.length === 0) return `at ${own} alone`;
  switch (strategy) {
    case 'neutral':
      return `spread evenly over ${listText([own!, ...others])} (neutral)`;
    case 'committed':
      return `all at ${own} and none at ${listText(others)} (committed)`;
    case 'opportunistic':
      return `wherever capacity comes first of ${listText([own!, ...others])} (opportunistic)`;
  }
}

/** The most that it may take of what comes to each of its providers; providers with the same range together. */
function capsText({ places }: TenantTerms, providers: readonly string[]): string[] {
  const sources = new Map<string, string[]>();
  const add = (cap: TenantTerms['places'][number]['tenantCap'], source: string): void => {
    if (cap === undefined) return;
    const most = rangeText(cap, { text: percentText });
    sources.set(most, [...(sources.get(most) ?? []), source]);
  };
  for (const { provider, tenantCap, caps } of places) {
    add(tenantCap, providers[provider]!);
    for (const { vendor, cap } of caps) add(cap, `${providers[provider]!} from ${vendor}`);
  }
  if (sources.size === 0) return [];
  return [[...sources].map(([most, of]) => `at most ${most} of what comes to ${listText(of)}`).join(', ')];
}
