import { countText, listText } from '../../../src/wording/index.ts';
import type { DescribedLine } from '../../../src/experiment/model.ts';
import type { RolloutScenario } from '../scenario.ts';
import { percentText } from './rangeText.ts';

// Shares are written to a tenth of a per cent at best: less is what rounding leaves.
const NOTHING = 1e-6;

/** Among whom the vendor's racks are allotted by a queue; nothing where they are divided by shares. */
export function queueDescribed({ chips: { allotment } }: RolloutScenario): DescribedLine[] {
  if (allotment?.kind !== 'queue') return [];
  const { customers } = allotment;
  const rest = 1 - customers.reduce((sum, { share }) => sum + share, 0);
  const others = rest > NOTHING ? `, and all others with ${percentText(rest)}` : '';
  return [
    {
      what: 'queue',
      text: `the vendor's racks are allotted by orders, contracts first and then by priority, to ${listText(customers.map(customerText))}${others}`,
    },
  ];
}

type Customer = Extract<
  NonNullable<RolloutScenario['chips']['allotment']>,
  { kind: 'queue' }
>['customers'][number];

function customerText({ name, share, contracted, priority, backlog = 0, deals = [] }: Customer): string {
  const facts = [
    `${percentText(share)} today`,
    ...(contracted > 0 ? [`${percentText(contracted)} by contract`] : []),
    `priority ${priority}`,
    ...(backlog > 0 ? [`${countText(backlog, 'package')} on the book`] : []),
    ...deals.map(
      (deal) => `${deal.name}: ${countText(deal.packages, 'package')} ordered from ${deal.from} on`,
    ),
  ];
  return `${name} (${facts.join(', ')})`;
}
