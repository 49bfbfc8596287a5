import { describe, expect, test } from 'vitest';
import { oneCampus, type Parts, type PowerText } from './oneCampus.ts';

const PLANT = { kind: 'dry-coolers', peakPue: 1.3, annualPue: 1.15 } as const;
const engines: NonNullable<PowerText['bridging']>[number] = {
  name: 'engines',
  kind: 'engines',
  power: '10 MW',
  leadTime: '30 days',
  trigger: { kind: 'date', on: '2026-01-01' },
};

const CASES: [string, RegExp, (parts: Parts) => void][] = [
  [
    'a site with no power source',
    /sites.*power.*expected a power source/,
    ({ site }) => {
      site.power.units = '0 unit';
      site.power.orders = [];
    },
  ],
  [
    'halls above the firm power at full build',
    /expected halls of at most 24 MW, .*got 40 MW/,
    ({ site }) => (site.halls[0].power = '30 MW'),
  ],
  [
    'halls that only a source with an end carries',
    /expected halls of at most 24 MW/,
    ({ construction, site }) => {
      construction.temporaryPower = 'service';
      site.halls[0].power = '20 MW';
      site.power.bridging = [{ ...engines, life: '2 years' }];
    },
  ],
  [
    'orders that are not one a unit',
    /expected 3 orders, one a unit, got 2/,
    ({ site }) => site.power.orders!.pop(),
  ],
  [
    'a utility that is not there',
    /expected one of construction.connections.*got "nobody"/,
    ({ site }) => (site.power.connection = { utility: 'nobody', requested: '2026-01-01' }),
  ],
  [
    'an upgrade beside a figure that holds it',
    /holds the upgrade already/,
    ({ construction, site }) => {
      construction.connections = [
        { name: 'u', study: '1 day', agreement: '1 day', requestToService: '9 days' },
      ];
      site.power.connection = { utility: 'u', requested: '2026-01-01' };
      site.power.upgradeProbability = '30 %';
    },
  ],
  [
    'orders at an agreement that nobody seeks',
    /expected "concept" or "design"/,
    ({ site }) => (site.power.orderAt = 'agreement'),
  ],
  [
    'an exemption from a permit that is not needed',
    /expected a permit that the exemption goes before/,
    ({ site }) => (site.power.bridging = [{ ...engines, exemption: '364 days' }]),
  ],
  [
    'batteries with an air permit',
    /no air permit for batteries/,
    ({ site }) => (site.power.bridging = [{ ...engines, kind: 'batteries', permit: '5 months' }]),
  ],
  [
    'a kind of hall without stages',
    /expected construction.buildingKinds.tent/,
    ({ site }) => (site.halls[0].kind = 'tent'),
  ],
  [
    'a region that is not there',
    /expected one of construction.regions/,
    ({ site }) => (site.region = 'nowhere'),
  ],
  [
    'a fit-out that no pool can man',
    /could never start/,
    ({ construction, site }) => {
      site.trades = '1 crew';
      construction.building.fitOutCrews = '2 crew';
    },
  ],
  [
    'racks above what an air hall cools',
    /expected a limit of at least 96 kW\/rack.*no rack could be placed there/,
    ({ site }) => (site.halls[0].rackLimit = '40 kW/rack'),
  ],
  [
    'a hall too small for one pod',
    /power and cooling for one pod of 20 racks, got 2 MW/,
    ({ site }) => (site.halls[0].power = '2 MW'),
  ],
  [
    'evaporation without water',
    /expected a waterPermit/,
    ({ construction }) => (construction.cooling.plant = { ...PLANT, kind: 'evaporative-towers' }),
  ],
  [
    'an annual PUE above the peak',
    /expected an annual PUE up to the peak of 1.3, got 1.5/,
    ({ construction }) => (construction.cooling.plant = { ...PLANT, annualPue: 1.5 }),
  ],
  [
    'a fabric that does not reach its hall',
    /expected at most 2048 endpoints/,
    ({ construction }) =>
      (construction.network.topology = {
        radix: '64 port',
        tiers: 2,
        portsPerGpu: '1 port/gpu',
        copperFirstHop: true,
      }),
  ],
  [
    'a full liquid retrofit that displaces a part of its hall',
    /expected all 5 MW of the hall/,
    ({ scenario }) =>
      scenario.sites.push({
        name: 'E2',
        kind: 'retrofit',
        halls: [
          {
            name: 'hall',
            start: '2026-01-01',
            power: '5 MW',
            method: 'full-liquid',
            retrofit: '60 days',
            flush: '10 days',
            commissioning: '20 days',
            displaced: { power: '1 MW' },
          },
        ],
      }),
  ],
];

describe('refused, with the reason', () => {
  test.each(CASES)('%s', (_, message, change) => {
    expect(() => oneCampus((parts) => void change(parts))).toThrow(message);
  });
});
