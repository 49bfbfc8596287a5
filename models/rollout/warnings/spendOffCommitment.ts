import { DAY_HOURS } from '../../../src/kernel/lengths.ts';
import { median } from '../../../src/random/index.ts';
import type { Warning } from '../../../src/scenario/index.ts';
import { dayNumber } from '../calendars.ts';
import { hasMarket } from '../market/parties.ts';
import type { RolloutScenario } from '../scenario.ts';

/** Part of a commitment by which what its GPUs cost may differ from it, up or down. */
const WITHIN = 0.25;
/** The same over the effective term, of which the commitment is said to be. */
const AS_SAID = 0.05;

/**
 * Warns where stated GPUs, in service from the target's date to the end of the term, cost far more or far less at the
 * median price than is committed, unless the commitment is what they cost over the effective term.
 */
export function warnOfSpendOffCommitment(scenario: RolloutScenario): Warning[] {
  const { contract, target } = scenario;
  const { gpus, commitment, effectiveTerm, termEnds, price } = contract;
  // A derived number is what the commitment buys; in a market deals add to what is committed.
  if (gpus === 'derived' || hasMarket(scenario)) return [];
  const hourly = median(price);
  const costOver = (days: number): number => gpus * hourly * DAY_HOURS * days;
  const spend = costOver(Math.max(0, dayNumber(target.by, termEnds)));
  const off = spend / commitment - 1;
  if (Math.abs(off) <= WITHIN || Math.abs(costOver(effectiveTerm) / commitment - 1) <= AS_SAID) return [];
  const away = `${Math.round(100 * Math.abs(off))} % ${off > 0 ? 'more' : 'less'}`;
  return [
    {
      path: ['contract', 'gpus'],
      because: [
        ...['commitment', 'price', 'effectiveTerm', 'termEnds'].map((key) => ['contract', key]),
        ['target', 'by'],
      ],
      message: `${gpus.toLocaleString('en-US')} GPUs at $${Number(hourly.toPrecision(3))} an hour cost ${billions(spend)} from the target ${target.by} to the end of the term, ${away} than the commitment of ${billions(commitment)}`,
    },
  ];
}

function billions(dollars: number): string {
  return `$${Number((dollars / 1e9).toPrecision(3)).toLocaleString('en-US')}B`;
}
