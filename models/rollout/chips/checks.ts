import { datedValue } from '../datedValue.ts';
import { dayNumber } from '../calendars.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { ProductScenario } from './productSchema.ts';

/** Reports what is wrong at a place of the scenario. */
export type Refuse = (path: (string | number)[], message: string) => void;

// Far above the rounding error of a sum of a few shares, far below any share.
const ROUNDING = 1e-9;

/** Refuses shares that do not add up, products nobody can make, and makers that finish nothing. */
export function checkChips(scenario: RolloutScenario, refuse: Refuse): void {
  checkOutputs(scenario, refuse);
  checkProducts(scenario, refuse);
  checkMakers(scenario, refuse);
  checkCustomers(scenario, refuse);
  // The lead vendor's draws go by the name `vendor`: nobody else may share them.
  const vendors = scenario.chips.otherVendors ?? [];
  checkNames([{ name: 'vendor' }, ...vendors], ['chips', 'otherVendors'], refuse, -1);
}

function checkOutputs({ chips }: RolloutScenario, refuse: Refuse): void {
  const outputs = [
    { output: chips.output, path: ['chips', 'output'] },
    ...(chips.otherVendors ?? []).map(({ output }, i) => ({
      output,
      path: ['chips', 'otherVendors', i, 'output'],
    })),
  ];
  for (const { output, path } of outputs) {
    if (output.kind === 'lots') {
      if (!(output.racks > 0 && output.every > 0))
        refuse(path, 'expected lots of at least one rack, at least a moment apart');
      continue;
    }
    const weights = sum(output.monthWeights);
    if (Math.abs(weights - 1) > 1e-6)
      refuse([...path, 'monthWeights'], `expected parts that sum to 1, got ${weights}`);
    if (!(output.lotEvery > 0)) refuse([...path, 'lotEvery'], 'expected at least a moment between lots');
    if (output.kind !== 'packaging') continue;
    if (output.until < output.from)
      refuse([...path, 'until'], `expected a day from ${output.from} on, got ${output.until}`);
    const bySelf = output.packagesPerWafer !== undefined;
    if (!bySelf && chips.products === undefined)
      refuse(path, 'expected packagesPerWafer here or on products, got neither');
  }
}

function checkProducts({ chips, product, start }: RolloutScenario, refuse: Refuse): void {
  const { products, output } = chips;
  if (products === undefined) return;
  const path = ['chips', 'products'];
  checkNames(products, path, refuse);
  products.forEach((item, i) => {
    if (item.replaces !== undefined && !products.some(({ name }) => name === item.replaces))
      refuse([...path, i, 'replaces'], `expected the name of a product, got "${item.replaces}"`);
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
  checkNames(makers, ['chips', 'makers'], refuse);
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
  checkNames(customers, path, refuse);
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

/** `shift` is what to add to a place in `items` to get its place in the scenario. */
function checkNames(
  items: readonly { name: string }[],
  path: (string | number)[],
  refuse: Refuse,
  shift = 0,
): void {
  const seen = new Set<string>();
  items.forEach(({ name }, i) => {
    if (seen.has(name))
      refuse([...path, i + shift, 'name'], `expected a name of its own, got "${name}" again`);
    seen.add(name);
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Number(value.toFixed(6));
}
