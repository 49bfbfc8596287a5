import { median } from '../../../src/random/index.ts';
import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { checkDeals } from './dealChecks.ts';
import { checkRepeatedVendors } from './repeatedVendors.ts';
import { checkSpread } from './spreadChecks.ts';
import { FIRST_TENANT, productTerms, providerTerms, tenantTerms } from './terms.ts';

// Far above the rounding error of a sum of a few shares, far below any share.
const ROUNDING = 1e-9;

/** Refuses names that stand for nobody, or for two, tenants that could get nothing, and shares of more than all. */
export function checkMarket(scenario: RolloutScenario, refuse: Refuse): void {
  checkFirstNames(scenario, refuse);
  checkReferences(scenario, refuse);
  checkRepeatedVendors(scenario, refuse);
  checkTenants(scenario, refuse);
  checkShares(scenario, refuse);
  checkQueue(scenario, refuse);
  checkSuccession(scenario, refuse);
  checkSpread(scenario, refuse);
  checkDeals(scenario, refuse);
}

/** A successor is another product, made by the vendor beside the old one, and shared out as that is. */
function checkSuccession(scenario: RolloutScenario, refuse: Refuse): void {
  const { chips } = scenario;
  const products = productTerms(scenario);
  tenantTerms(scenario).forEach(({ contract, product }, index) => {
    const { succession } = contract;
    if (succession === undefined || succession.kind === 'none') return;
    const path = [...(index === 0 ? [] : ['tenants', index - 1]), 'contract', 'succession'];
    const names = products.map(({ name }) => name).filter((_, place) => place > 0 && place !== product);
    if (!names.includes(succession.product))
      refuse(
        [...path, 'product'],
        `expected one of products beside the contract's own (${names.join(', ')}), got "${succession.product}"`,
      );
    if (chips.output.kind === 'lots')
      refuse(
        path,
        'expected output by quarters, whose eligible part leaves the successor the rest, got lots',
      );
    if (chips.allotment?.kind === 'queue')
      refuse(path, 'expected allotment by share, got a queue, which knows orders of one product');
    if ((chips.otherVendors?.length ?? 0) > MOST_OTHER_VENDORS)
      refuse(path, `expected at most ${MOST_OTHER_VENDORS} other vendors beside a successor`);
  });
}

// Eight vendors keep lot numbers below 2¹⁶, and a successor's lots count as a vendor's.
const MOST_OTHER_VENDORS = 6;

/** A name of a list may not be that of the first, which stands beside the list. */
function checkFirstNames(
  { tenant = FIRST_TENANT, provider, product, tenants, providers, products }: RolloutScenario,
  refuse: Refuse,
): void {
  const lists = [
    ['tenants', tenants, tenant, ['tenant']],
    ['providers', providers, provider.name, ['provider', 'name']],
    ['products', products, product.name, ['product', 'name']],
  ] as const;
  for (const [key, list, first, place] of lists)
    list?.forEach(({ name }, index) => {
      if (name === first)
        refuse([key, index, 'name'], `expected another name than that of the first, got "${name}" again`, [
          ...place,
        ]);
    });
}

/** Every provider, product and vendor that is named is there. */
function checkReferences(scenario: RolloutScenario, refuse: Refuse): void {
  const { provider, product, providers = [], products = [], tenants = [], alsoAt, sites, chips } = scenario;
  const known = {
    provider: [provider.name, ...providers.map(({ name }) => name)],
    product: [product.name, ...products.map(({ name }) => name)],
    vendor: (chips.otherVendors ?? []).map(({ name }) => name),
  };
  const look = (kind: keyof typeof known, name: string | undefined, path: Path): void => {
    if (name === undefined || known[kind].includes(name)) return;
    const names = known[kind].join(', ');
    refuse(path, `expected the name of a ${kind}${names === '' ? '' : ` (${names})`}, got "${name}"`);
  };
  const lookBoth = (
    each: { provider?: string | undefined; product?: string | undefined },
    path: Path,
  ): void => {
    look('provider', each.provider, [...path, 'provider']);
    look('product', each.product, [...path, 'product']);
  };
  const lookVendors = (list: readonly { vendor: string }[] | undefined, path: Path): void =>
    list?.forEach(({ vendor }, index) => look('vendor', vendor, [...path, index, 'vendor']));
  const lookPlaces = (places: RolloutScenario['alsoAt'], path: Path): void =>
    places?.forEach(({ caps }, index) => lookVendors(caps, [...path, index, 'caps']));
  sites.forEach((site, index) => lookBoth(site, ['sites', index]));
  tenants.forEach((tenant, index) => {
    lookBoth(tenant, ['tenants', index]);
    lookVendors(tenant.caps, ['tenants', index, 'caps']);
    lookPlaces(tenant.alsoAt, ['tenants', index, 'alsoAt']);
  });
  lookPlaces(alsoAt, ['alsoAt']);
  providers.forEach(({ shares }, index) => lookVendors(shares, ['providers', index, 'shares']));
  chips.otherVendors?.forEach((vendor, index) =>
    look('product', vendor.product, ['chips', 'otherVendors', index, 'product']),
  );
}

function checkTenants({ tenants = [], start, horizon }: RolloutScenario, refuse: Refuse): void {
  tenants.forEach(({ tenantCap, caps = [], target, contract }, index) => {
    const path = ['tenants', index];
    if (tenantCap === undefined && caps.length === 0)
      refuse(path, 'expected tenantCap or caps, got neither: the tenant would get nothing');
    if (target !== undefined && (target.by < start || target.by > horizon))
      refuse([...path, 'target', 'by'], `expected a date from ${start} to ${horizon}, got ${target.by}`);
    if (contract.termEnds < start)
      refuse(
        [...path, 'contract', 'termEnds'],
        `expected a date from the start ${start} on, got ${contract.termEnds}`,
      );
  });
}

/**
 * Parts of one vendor's output are at most all of it; in the middle of their ranges, since each replication cuts what
 * is too much.
 */
function checkShares(scenario: RolloutScenario, refuse: Refuse): void {
  const { providers = [], chips } = scenario;
  if (providers.length === 0) return;
  const terms = providerTerms(scenario);
  const stated = chips.allotment?.kind === 'queue' ? [] : terms.map(({ providerShare }) => providerShare);
  const lists = [
    ['the vendor', stated],
    ...(chips.otherVendors ?? []).map(
      ({ name }) =>
        [
          `"${name}"`,
          terms.map(({ shares }) => shares.find(({ vendor }) => vendor === name)?.share),
        ] as const,
    ),
  ] as const;
  for (const [vendor, shares] of lists) {
    const total = shares.reduce((sum, share) => sum + (share === undefined ? 0 : median(share)), 0);
    if (total > 1 + ROUNDING)
      refuse(
        ['providers'],
        `expected shares of ${vendor} of at most 1 in all, got ${Number(total.toFixed(6))} (medians)`,
      );
  }
}

/** Under a queue each provider is a customer of it, and its share an outcome. */
function checkQueue({ providers = [], chips }: RolloutScenario, refuse: Refuse): void {
  const { allotment } = chips;
  if (allotment?.kind !== 'queue') return;
  providers.forEach(({ name, providerShare }, index) => {
    const isCustomer = allotment.customers.some((customer) => customer.name === name);
    if (!isCustomer)
      refuse(['providers', index, 'name'], `expected the name of a customer of the queue, got "${name}"`);
    if (providerShare !== undefined)
      refuse(
        ['providers', index, 'providerShare'],
        'expected none beside allotment by queue, which sets the share, got one',
      );
  });
}
