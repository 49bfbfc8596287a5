import { countText, roundedText } from '../../../src/wording/index.ts';
import type { DescribedLine } from '../../../src/experiment/model.ts';
import type { DealScenario } from '../market/dealSchema.ts';
import { dealGpus } from '../market/deals.ts';
import { partyNames } from '../market/parties.ts';
import { placeOf, providerTerms } from '../market/terms.ts';
import type { RolloutScenario } from '../scenario.ts';
import { daysText, dollarsText, rangeText } from './rangeText.ts';

const MIDDLE = 0.5;

/** Each deal: who buys how much of whom, when it is signed, how its orders come in; then whether rivals react. */
export function dealsDescribed(scenario: RolloutScenario): DescribedLine[] {
  const { deals = [] } = scenario;
  if (deals.length === 0) return [];
  return [
    ...deals.map((deal) => ({ what: deal.name, text: dealText(scenario, deal) })),
    { what: 'rivals', text: rivalsText(scenario) },
  ];
}

function dealText(scenario: RolloutScenario, deal: DealScenario): string {
  const names = partyNames(scenario);
  const owners = providerTerms(scenario).map(({ name }) => name);
  const provider = owners[placeOf(owners, deal.provider)]!;
  const buyer = names[placeOf(names, deal.tenant)]!;
  if (deal.removed === 'vanish') return `taken out: nobody buys what is meant for ${buyer} at ${provider}`;
  const seller =
    deal.removed === 'divert' ? `the other providers than ${provider}, by their shares` : provider;
  return [
    `${sizeText(scenario, deal)} for ${buyer} at ${seller}`,
    whenText(deal),
    ordersText(deal),
    ...prepaidText(deal),
  ].join('; ');
}

function sizeText(scenario: RolloutScenario, deal: DealScenario): string {
  const { gpus, power, value, effectiveTerm = 1 } = deal;
  if (gpus !== undefined) return `${rangeText(gpus)} GPUs`;
  const about = `about ${roundedText(Math.ceil(dealGpus(scenario, deal, MIDDLE)))} GPUs`;
  if (power !== undefined) return `${about} (${rangeText(power)} MW)`;
  return `${about} (${dollarsText(value!)} over ${daysText(effectiveTerm)} of full service)`;
}

function whenText({ signed, arrives }: DealScenario): string {
  if (arrives === undefined) return `signed on ${signed}`;
  const { from, until, rate } = arrives;
  const days = until === undefined ? `from ${from} on` : `from ${from} to ${until}`;
  return `it comes by chance, once at most, ${days}, at a rate of ${rangeText(rate)} a year`;
}

function ordersText({ orders: { after = 0, over } }: DealScenario): string {
  const first = after === 0 ? 'signing' : `${daysText(after)} after signing`;
  if (over > 0) return `ordered evenly over ${daysText(over)} from ${first} on`;
  return after === 0 ? 'ordered all at once on signing' : `ordered all at once ${first}`;
}

function prepaidText({ prepayment }: DealScenario): string[] {
  if (prepayment === undefined) return [];
  const { value, priority, adds = 0, after } = prepayment;
  const paid = `${dollarsText(value)} paid ahead give its orders priority ${priority}`;
  if (adds === 0 || after === undefined) return [paid];
  const added = countText(adds, 'package');
  return [
    `${paid} and ${added} a month more to all, from ${rangeText(after, { text: daysText })} after signing`,
  ];
}

/** Whether a deal of one tenant hastens those of others; only what comes by chance can be hastened. */
function rivalsText({ deals = [], reaction }: RolloutScenario): string {
  const comes = deals.some(({ arrives, removed }) => arrives !== undefined && removed !== 'vanish');
  if (!comes) return 'do not react: no deal comes by chance';
  if (reaction === undefined) return 'do not react: each deal comes by itself';
  const { factor, window } = reaction;
  return `react: for ${daysText(window)} after a deal of another tenant those that come by chance are signed ${rangeText(factor)} times as often`;
}
