import { countText, listText, roundedText } from '../../../src/wording/index.ts';
import { median } from '../../../src/random/index.ts';
import type { DescribedLine, DescribedPart } from '../../../src/experiment/model.ts';
import { dateOfDay } from '../../../src/record/index.ts';
import { addMonths, MONTHS_IN_A_QUARTER } from '../chips/months.ts';
import type { OutputScenario } from '../chips/outputSchema.ts';
import type { RolloutScenario } from '../scenario.ts';
import { daysText, percentText, rangeText } from './rangeText.ts';

/** Where the racks come from, and how many of them are the tenant's. */
export function chipsDescribed(scenario: RolloutScenario): DescribedPart {
  const { chips, start } = scenario;
  const { pipeline, products, makers, otherVendors = [] } = chips;
  const steps = [pipeline.wafer, pipeline.packaging, pipeline.tray, pipeline.rack];
  const weeks = steps.reduce((sum, step) => sum + median(step), 0);
  const isFinished = chips.output.kind === 'lots';
  return {
    title: 'Chips',
    lines: [
      { what: 'output', text: outputText(chips.output, start) },
      ...(products === undefined
        ? []
        : [
            {
              what: 'generations',
              text: products
                .map(({ name, eligible }) => `${name}${eligible ? '' : ' (not accepted)'}`)
                .join(', '),
            },
          ]),
      { what: 'share', text: shareText(chips) },
      ...(isFinished
        ? []
        : [{ what: 'pipeline', text: `wafer start to finished rack about ${daysText(weeks)}` }]),
      ...(makers === undefined
        ? []
        : [
            {
              what: 'makers',
              text: listText(
                makers.map(({ name, capacity }) => `${name} (at most ${roundedText(capacity)} racks a week)`),
              ),
            },
          ]),
      { what: 'freight', text: `${rangeText(chips.freight, { text: daysText })} to the dock` },
      ...otherVendors.map(({ name, output, product }): DescribedLine => ({
        what: name,
        text: `another vendor: ${outputText(output, start)}${rackText(scenario, product)}`,
      })),
      { what: 'shocks', text: shocksText(scenario) },
    ],
  };
}

/** What a rack of another vendor is, where it is not the scenario's first product. */
function rackText({ products = [] }: RolloutScenario, name: string | undefined): string {
  const found = products.find((product) => product.name === name);
  if (found === undefined) return '';
  const { gpusPerRack, facilityPower } = found;
  const kilowatts = roundedText(median(facilityPower) * gpusPerRack);
  return `; a rack is ${found.name}, of ${countText(gpusPerRack, 'GPU')} and ${kilowatts} kW`;
}

function outputText(output: OutputScenario, start: string): string {
  if (output.kind === 'lots') {
    const last = dateOfDay(start, output.every * output.count);
    return `lots of ${countText(output.racks, 'rack')} every ${daysText(output.every)}, ${countText(output.count, 'lot')} in all, the last on ${last}`;
  }
  if (output.kind === 'packaging')
    return `packages that follow from packaging capacity, from the quarter of ${output.from} to that of ${output.until}`;
  const [first, last] = [output.quarters[0]!, output.quarters.at(-1)!];
  const ends = dateOfDay(addMonths(last.from, MONTHS_IN_A_QUARTER), -1);
  return `packages by quarter from ${first.from} to ${ends}, ${roundedText(median(first.packages))} in the first and ${roundedText(median(last.packages))} in the last (medians)`;
}

function shareText({ allotment, providerShare, tenantCap, rackScalePart }: RolloutScenario['chips']): string {
  const part = (distribution: typeof providerShare): string => rangeText(distribution, { text: percentText });
  const cap = Math.min(median(tenantCap), median(rackScalePart));
  const all = `the provider gets ${part(providerShare)} of the output, and the tenant at most ${part(tenantCap)} of that`;
  const typical = `about ${percentText(median(providerShare) * cap)} of the output in all`;
  if (allotment?.kind !== 'queue') return `${all}: ${typical}`;
  const rivals = allotment.customers
    .filter(({ name }) => name !== allotment.provider)
    .map(({ name }) => name);
  return `${all} today; orders and priorities then decide, against ${listText(rivals)}`;
}

function shocksText({ disruptions = [] }: RolloutScenario): string {
  return disruptions.length === 0 ? 'none' : listText(disruptions.map(({ name }) => name));
}
