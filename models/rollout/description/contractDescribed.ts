import { listText, roundedText } from '../../../src/wording/index.ts';
import { median, quantile } from '../../../src/random/index.ts';
import type { DescribedPart } from '../../../src/experiment/model.ts';
import { dayNumber } from '../calendars.ts';
import { contractRacks } from '../contract/size.ts';
import type { RolloutScenario } from '../scenario.ts';
import { daysText, dollarsText, percentText, rangeText } from './rangeText.ts';
import { withDealsText } from './withDealsText.ts';

/** What is asked: the days of the run, the target, the milestones. */
export function questionDescribed({
  title,
  start,
  horizon,
  asOf,
  target,
  milestones,
}: RolloutScenario): DescribedPart {
  const totals = [
    ...milestones.gpus.map((gpus) => `${roundedText(gpus)} GPUs`),
    ...(milestones.fractions.length === 0
      ? []
      : [`${listText(milestones.fractions.map(percentText))} of the contract`]),
  ];
  return {
    title: 'The question',
    lines: [
      { what: 'scenario', text: title },
      {
        what: 'run',
        text: `from ${start} to ${horizon}, ${daysText(dayNumber(start, horizon))}; things are known up to ${asOf}`,
      },
      { what: 'target', text: `${percentText(target.fraction)} of the contract in service by ${target.by}` },
      ...(totals.length === 0 ? [] : [{ what: 'dates asked for', text: totals.join('; ') }]),
    ],
  };
}

/** What is bought, at what price, for how long. */
export function contractDescribed(scenario: RolloutScenario): DescribedPart {
  const { contract, product } = scenario;
  const { gpusPerRack } = product;
  const racks = (level: number): number =>
    contractRacks(contract, { pricePerGpuHour: quantile(contract.price, level), gpusPerRack });
  const gpus = (level: number): string => roundedText(racks(level) * gpusPerRack);
  const price = `${rangeText(contract.price, { text: dollarsText })} a GPU-hour`;
  const size =
    contract.gpus === 'derived'
      ? `${dollarsText(contract.commitment)} buys ${gpus(0.9)} to ${gpus(0.1)} GPUs (median ${gpus(0.5)}) at ${price} over ${daysText(contract.effectiveTerm)} of full service`
      : `${gpus(0.5)} GPUs, stated, in ${roundedText(racks(0.5))} racks; a commitment of ${dollarsText(contract.commitment)} at ${price}`;
  const { schedules = [], takeOrPay, prepayment, finance } = contract;
  return {
    title: 'The contract',
    lines: [
      { what: 'size', text: size },
      ...withDealsText(scenario, 0).map((text) => ({ what: 'with deals', text })),
      { what: 'term', text: `until ${contract.termEnds}` },
      {
        what: 'rack',
        text: `${product.name}: ${roundedText(gpusPerRack)} GPUs, ${rangeText(product.facilityPower)} kW of facility power each, about ${roundedText(median(product.facilityPower) * gpusPerRack)} kW a rack`,
      },
      ...(schedules.length === 0
        ? []
        : [
            {
              what: 'schedule',
              text: `shortfall is measured against ${listText(schedules.map(({ name }) => name))}`,
            },
          ]),
      ...(takeOrPay === undefined
        ? []
        : [
            {
              what: 'take or pay',
              text: `at least ${percentText(takeOrPay.floor)} of ${takeOrPay.schedule}`,
            },
          ]),
      ...(prepayment === undefined
        ? []
        : [
            {
              what: 'prepaid',
              text: `${dollarsText(prepayment.amount)}, credited at most ${percentText(prepayment.creditPart)} of each bill`,
            },
          ]),
      {
        what: 'money',
        text:
          finance === undefined
            ? 'spend alone: no prices of racks and plant are stated'
            : 'spend, capital, power and what waiting costs',
      },
    ],
  };
}
