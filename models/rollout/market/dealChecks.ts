import { median, quantile } from '../../../src/random/index.ts';
import { dayNumber } from '../calendars.ts';
import { needsOfMix, productMix } from '../chips/generations.ts';
import { addMonths, MONTHS_IN_A_QUARTER } from '../chips/months.ts';
import type { PackagingOutput, SeriesOutput } from '../chips/outputSchema.ts';
import { packagedQuarters } from '../chips/packaging.ts';
import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { DealScenario } from './dealSchema.ts';
import { medianDealGpus } from './deals.ts';
import { FIRST_TENANT } from './terms.ts';

// The upper end of a range is its P90.
const UPPER = 0.9;

/** Refuses deals of nobody, before the start, of no size or more than is made, and those that no queue can serve. */
export function checkDeals(scenario: RolloutScenario, refuse: Refuse): void {
  const { deals = [], chips } = scenario;
  if (deals.length === 0) return;
  if (chips.allotment?.kind !== 'queue') {
    refuse(['deals'], 'expected chips.allotment of kind queue, in which deals can order, got none');
    return;
  }
  deals.forEach((deal, index) => {
    const path = ['deals', index];
    checkParties(scenario, deal, path, refuse);
    checkWhen(scenario, deal, path, refuse);
    checkSize(scenario, deal, path, refuse);
    checkPrepayment(deal, path, refuse);
  });
}

function checkParties(
  { tenant: first = FIRST_TENANT, tenants = [], provider, providers = [], product }: RolloutScenario,
  deal: DealScenario,
  path: Path,
  refuse: Refuse,
): void {
  const buyers = [first, ...tenants.map(({ name }) => name)];
  const owners = [provider.name, ...providers.map(({ name }) => name)];
  if (deal.tenant !== undefined && !buyers.includes(deal.tenant))
    refuse([...path, 'tenant'], `expected the name of a tenant (${buyers.join(', ')}), got "${deal.tenant}"`);
  if (deal.provider !== undefined && !owners.includes(deal.provider))
    refuse(
      [...path, 'provider'],
      `expected the name of a provider (${owners.join(', ')}), got "${deal.provider}"`,
    );
  if (deal.removed === 'divert' && owners.length === 1)
    refuse([...path, 'removed'], `expected a provider beside ${provider.name} to divert it to, got none`);
  const own = tenants.find(({ name }) => name === deal.tenant)?.product;
  if (own !== undefined && own !== product.name)
    refuse(
      [...path, 'tenant'],
      `expected a tenant of ${product.name}, the racks that deals order, got one of ${own}`,
    );
}

function checkWhen(
  { start, horizon }: RolloutScenario,
  { signed, arrives }: DealScenario,
  path: Path,
  refuse: Refuse,
): void {
  if ((signed === undefined) === (arrives === undefined))
    refuse(path, `expected either signed or arrives, got ${signed === undefined ? 'neither' : 'both'}`);
  const day = signed ?? arrives?.from;
  const place = signed === undefined ? ['arrives', 'from'] : ['signed'];
  if (day !== undefined && (day < start || day > horizon))
    refuse(
      [...path, ...place],
      `expected a date from the start ${start} to the horizon ${horizon}, got ${day}`,
    );
  if (arrives?.until !== undefined && arrives.until <= arrives.from)
    refuse([...path, 'arrives', 'until'], `expected a date after ${arrives.from}, got ${arrives.until}`);
}

function checkSize(scenario: RolloutScenario, deal: DealScenario, path: Path, refuse: Refuse): void {
  const { gpus, power, value, effectiveTerm } = deal;
  const given = [gpus, power, value].filter((size) => size !== undefined).length;
  if (given !== 1) {
    refuse(path, `expected one of gpus, power and value, got ${given === 0 ? 'none' : given}`);
    return;
  }
  if ((value === undefined) !== (effectiveTerm === undefined)) {
    refuse(
      [...path, ...(value === undefined ? ['effectiveTerm'] : [])],
      value === undefined
        ? 'expected none beside gpus or power, got one'
        : 'expected effectiveTerm beside value, got none',
    );
    return;
  }
  const size = medianDealGpus(scenario, deal);
  const from = deal.signed ?? deal.arrives?.from ?? scenario.start;
  const most = mostGpus(scenario, from);
  // Lots are counted whole.
  const since = scenario.chips.output.kind === 'lots' ? '' : ` from ${from} on`;
  if (size > most)
    refuse(
      path,
      `expected at most the ${count(most)} GPUs that the vendor makes by the horizon${since}, got a deal of ${count(size)}`,
    );
}

function checkPrepayment({ prepayment }: DealScenario, path: Path, refuse: Refuse): void {
  if (prepayment === undefined) return;
  const { adds = 0, after } = prepayment;
  if (adds > 0 === (after === undefined))
    refuse(
      [...path, 'prepayment'],
      `expected adds and after, or neither, got ${after === undefined ? 'adds' : 'after'} alone`,
    );
}

/** All GPUs that the vendor makes from a day to the horizon at the upper end of its ranges. */
function mostGpus(scenario: RolloutScenario, since: string): number {
  const { chips, product, start, horizon } = scenario;
  const { output } = chips;
  if (output.kind === 'lots') return output.racks * output.count * product.gpusPerRack;
  const quarters = output.kind === 'packaging' ? mostPackaged(scenario, output) : output.quarters.map(mostOf);
  const end = dayNumber(start, horizon);
  return quarters.reduce((sum, { from, packages }) => {
    const [first, last] = [dayNumber(start, from), dayNumber(start, addMonths(from, MONTHS_IN_A_QUARTER))];
    const begins = Math.max(0, first, dayNumber(start, since));
    const part = Math.max(0, Math.min(end, last) - begins) / (last - first);
    return sum + part * packages;
  }, 0);
}

function mostOf({ from, packages, eligible = 1 }: SeriesOutput['quarters'][number]): QuarterOutput {
  return { from, packages: quantile(packages, UPPER) * eligible };
}

interface QuarterOutput {
  readonly from: string;
  readonly packages: number;
}

/** Quarters that follow from packaging, and those that are stated, whatever of them the contract accepts. */
function mostPackaged({ chips, start }: RolloutScenario, output: PackagingOutput): QuarterOutput[] {
  const { products } = chips;
  const dayOf = (isoDate: string): number => dayNumber(start, isoDate);
  const slips = products?.map(({ slip }) => (slip === undefined ? 0 : median(slip)));
  const alone = {
    wafers: output.packagesPerWafer === undefined ? 1 : 1 / quantile(output.packagesPerWafer, UPPER),
    gigabytes: output.memory?.perPackage ?? 0,
  };
  const derived = packagedQuarters(output, {
    levels: {
      capacity: UPPER,
      vendorShare: UPPER,
      otherAssemblers: UPPER,
      yieldUse: UPPER,
      packagesPerWafer: UPPER,
      inventory: UPPER,
      memory: UPPER,
    },
    needs: (day) =>
      products === undefined
        ? alone
        : needsOfMix(products, productMix(products, slips!, { day, dayOf }), UPPER),
    dayOf,
  });
  const stated = (output.quarters ?? []).map(mostOf);
  const known = new Set(stated.map(({ from }) => from));
  return [...stated, ...derived.filter(({ from }) => !known.has(from))];
}

function count(gpus: number): string {
  return Math.round(gpus).toLocaleString('en-US');
}
