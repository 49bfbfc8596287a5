import { datedValue } from '../datedValue.ts';
import { dayNumber } from '../calendars.ts';
import type { Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { checkOutputs } from './outputChecks.ts';
import type { ProductScenario } from './productSchema.ts';

// Far above the rounding error of a sum of a few shares, far below any share.
const ROUNDING = 1e-9;

/** Refuses shares that do not add up, products nobody can make, and makers that finish nothing. */
export function checkChips(scenario: RolloutScenario, refuse: Refuse): void {
  checkOutputs(scenario, refuse);
  checkProducts(scenario, refuse);
  checkMakers(scenario, refuse);
  checkCustomers(scenario, refuse);
  // The lead vendor's draws go by the name `vendor`: nobody else may share them.
  scenario.chips.otherVendors?.forEach(({ name }, i) => {
    if (name === 'vendor')
      refuse(
        ['chips', 'otherVendors', i, 'name'],
        'expected another name than that of the lead vendor, got "vendor"',
      );
  });
}

function checkProducts({ chips, product, start }: RolloutScenario, refuse: Refuse): void {
  const { products, output } = chips;
  if (products === undefined) return;
  const path = ['chips', 'products'];
  products.forEach((item, i) => {
    if (item.replaces !== undefined && !products.some(({ name }) => name === item.replaces))
      refuse([...path, i, 'replaces'], `expected the name of a product, got "${item.replaces}"`);
    if (item.replaces === item.name)
      refuse([...path, i, 'replaces'], `expected another product, got "${item.name}" itself`);
    const { gpusPerRack = product.gpusPerRack, eligible } = item;
    if (eligible && gpusPerRack !== product.gpusPerRack)
      refuse(
        [...path, i, 'gpusPerRack'],
        `expected racks of ${product.gpusPerRack} GPUs, the size halls are laid out for, got ${gpusPerRack}`,
      );
    if (output.kind === 'packaging' && item.packagesPerWafer === undefined)
      refuse([...path, i], 'expected packagesPerWafer, which output by packaging needs of every product');
  });
  if (!products.some(({ eligible }) => eligible)) refuse(path, 'expected at least one eligible product');
  refuseOverfullMix(products, start, refuse);
  const stated = output.kind === 'lots' ? [] : (output.quarters ?? []);
  stated.forEach(({ eligible = 1 }, i) => {
    if (eligible < 1)
      refuse(
        ['chips', 'output', 'quarters', i, 'eligible'],
        'expected nothing or 100 %: the products say what is eligible',
      );
  });
}

function refuseOverfullMix(products: readonly ProductScenario[], start: string, refuse: Refuse): void {
  const dayOf = (isoDate: string): number => dayNumber(start, isoDate);
  const dates = products.flatMap(({ part, volumeDate }) => [volumeDate, ...part.map(({ date }) => date)]);
  for (const date of dates.toSorted()) {
    // Read at the end of the day, where a value given for the day holds.
    const day = dayOf(date) + 1;
    const total = sum(
      products.map(({ part, volumeDate }) =>
        volumeDate > date ? 0 : datedValue(part, { day, dayOf, read: (value) => value }),
      ),
    );
    if (total <= 1 + 1e-6) continue;
    refuse(['chips', 'products'], `expected parts of at most 1 in all on ${date}, got ${round(total)}`);
    return;
  }
}

function checkMakers({ chips }: RolloutScenario, refuse: Refuse): void {
  const { makers } = chips;
  if (makers === undefined) return;
  makers.forEach(({ capacity, name }, i) => {
    if (!(capacity > 0))
      refuse(
        ['chips', 'makers', i, 'capacity'],
        `expected more than 0 racks/week: ${name} would finish nothing`,
      );
  });
  const total = sum(makers.map(({ share }) => share));
  if (Math.abs(total - 1) > 1e-6)
    refuse(['chips', 'makers'], `expected shares that sum to 1, got ${round(total)}`);
  if (chips.output.kind === 'lots')
    refuse(['chips', 'makers'], 'expected no makers beside lots, whose racks are finished already');
}

function checkCustomers({ chips }: RolloutScenario, refuse: Refuse): void {
  const { allotment } = chips;
  if (allotment?.kind !== 'queue') return;
  const path = ['chips', 'allotment', 'customers'];
  const { customers, provider } = allotment;
  if (!customers.some(({ name }) => name === provider))
    refuse(['chips', 'allotment', 'provider'], `expected the name of a customer, got "${provider}"`);
  customers.forEach(({ share, contracted }, i) => {
    if (contracted > share + ROUNDING)
      refuse(
        [...path, i, 'contracted'],
        `expected at most today's share ${round(share)}, got ${round(contracted)}`,
      );
  });
  const total = sum(customers.map(({ share }) => share));
  if (total > 1 + 1e-6) refuse(path, `expected shares of at most 1 in all, got ${round(total)}`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Number(value.toFixed(6));
}
