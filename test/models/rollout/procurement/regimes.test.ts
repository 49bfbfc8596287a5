import { describe, expect, test } from 'vitest';
import { daysOf, oneCampus, readyDays, runCampus, type Parts } from '../oneCampus.ts';

type Regime = 'open' | 'reserved' | 'held';

/** One hall; a slot of every class takes 60 days and the store 10. */
const secured =
  (change: (parts: Parts) => void = () => {}) =>
  (parts: Parts): void => {
    const { construction, site } = parts;
    site.halls = [site.halls[0]];
    const terms = { reserved: '60 days', held: '10 days' };
    construction.procurement = {
      generators: terms,
      cooling: terms,
      switches: terms,
      optics: terms,
      storage: terms,
    };
    change(parts);
  };

const campus = (change: (parts: Parts) => void) => runCampus(oneCampus(secured(change)));

describe('a class of long-lead goods comes after the open lead time, that of its slot, or that of the store', () => {
  test.each<[Regime, number]>([
    ['open', 160],
    ['reserved', 60],
    ['held', 10],
  ])('cooling plant, %s: day %i', (regime, day) => {
    const run = campus(({ site }) => {
      site.procurement = { cooling: regime };
    });
    expect(daysOf(run, 'cooling lead time')).toEqual([day]);
  });

  test.each<[Regime, Regime, number]>([
    ['open', 'open', 140],
    ['reserved', 'open', 100],
    ['held', 'open', 100],
    ['open', 'held', 140],
    ['reserved', 'reserved', 60],
    ['held', 'held', 10],
  ])('switches %s and optics %s: day %i, the later of the two', (switches, optics, day) => {
    const run = campus(({ construction, site }) => {
      construction.network.opticsLeadTime = '100 days';
      site.procurement = { switches, optics };
    });
    expect(daysOf(run, 'network lead time')).toEqual([day]);
  });

  test.each<[Regime, number]>([
    ['open', 120],
    ['reserved', 60],
    ['held', 10],
  ])('storage, %s: day %i', (regime, day) => {
    const run = campus(({ construction, site }) => {
      construction.network.storageLeadTime = '120 days';
      site.procurement = { storage: regime };
    });
    expect(daysOf(run, 'storage lead time')).toEqual([day]);
  });

  test.each<[Regime, number]>([
    ['open', 200],
    ['reserved', 60],
    ['held', 10],
  ])('bridging units, %s: day %i', (regime, day) => {
    const run = campus(({ site }) => {
      site.procurement = { generators: regime };
      site.power.bridging = [
        {
          name: 'engines',
          kind: 'engines',
          power: '20 MW',
          leadTime: '200 days',
          trigger: { kind: 'date', on: '2026-01-01' },
        },
      ];
    });
    expect(daysOf(run, 'bridging lead time')).toEqual([day]);
  });

  test.each<[Regime | undefined, number]>([
    [undefined, 220],
    ['open', 220],
    ['reserved', 120],
    ['held', 40],
  ])('breakers, %s beside transformers from the open market: day %i', (regime, day) => {
    const run = campus(({ construction, site }) => {
      construction.equipment = {
        hvBreakers: {
          open: { leadTime: '200 days' },
          reserved: { leadTime: '100 days' },
          held: { leadTime: '20 days' },
        },
      };
      if (regime !== undefined) site.procurement = { hvBreakers: regime };
    });
    // Ordered when the concept stands, on day 20.
    expect(daysOf(run, 'HV breaker lead time')).toEqual([day]);
  });

  test('a site buys as construction says unless it says otherwise', () => {
    const run = campus(({ scenario, construction, site }) => {
      construction.procurement!.cooling!.regime = 'reserved';
      scenario.sites.push({ ...structuredClone(site), name: 'D2', procurement: { cooling: 'open' } });
    });
    expect(daysOf(run, 'cooling lead time')).toEqual([60, 160]);
  });

  test('plant in store has been tested at the works', () => {
    const tested = (cooling: Regime) =>
      daysOf(
        campus(({ construction, site }) => {
          construction.cooling.factoryTest = '5 days';
          site.procurement = { cooling };
        }),
        'cooling factory test',
      );
    expect([tested('reserved'), tested('held')]).toEqual([[65], []]);
  });
});

describe('a stock', () => {
  /** Two campuses of one hall, the second ten days later; one lot of cooling in store. */
  const sharing = (whenEmpty: 'open' | 'wait', every?: string) =>
    daysOf(
      campus(({ scenario, construction, site }) => {
        site.procurement = { cooling: 'held' };
        construction.stock = [
          { class: 'cooling', regime: 'held', lots: '1 lot', whenEmpty, ...(every && { every }) },
        ];
        scenario.sites.push({ ...structuredClone(site), name: 'D2', start: '2026-01-11' });
      }),
      'cooling lead time',
    );

  test('serves who orders first; the next buys on the open market', () => {
    expect(sharing('open')).toEqual([10, 170]);
  });

  test('serves the next when a lot comes free, where orders wait', () => {
    expect(sharing('wait', '40 days')).toEqual([10, 50]);
  });

  test('serves nobody else when it is used up and nothing comes free', () => {
    expect(sharing('wait')).toEqual([10]);
  });
});

describe('an owner that orders ahead', () => {
  test('has everything so much sooner after its usual day, and nothing before that day', () => {
    const run = campus(({ scenario, construction }) => {
      scenario.provider.orderAhead = '100 days';
      construction.equipment = {
        relays: {
          open: { leadTime: '80 days' },
          reserved: { leadTime: '80 days' },
          held: { leadTime: '0 days' },
        },
      };
    });
    expect(daysOf(run, 'cooling lead time')).toEqual([60]);
    expect(daysOf(run, 'network lead time')).toEqual([40]);
    // On the site when the concept stands, on day 20: there is no lead time left.
    expect(daysOf(run, 'relay lead time')).toEqual([]);
  });

  test('says it for all its sites, and a site for itself', () => {
    const run = campus(({ scenario, site }) => {
      scenario.provider.orderAhead = '100 days';
      scenario.sites.push({ ...structuredClone(site), name: 'D2', orderAhead: '20 days' });
    });
    expect(daysOf(run, 'cooling lead time')).toEqual([60, 140]);
  });

  test('orders bridging units on the day that their trigger says', () => {
    const run = campus(({ scenario, site }) => {
      scenario.provider.orderAhead = '30 days';
      site.power.bridging = [
        {
          name: 'engines',
          kind: 'engines',
          power: '20 MW',
          leadTime: '70 days',
          trigger: { kind: 'date', on: '2026-01-11' },
        },
      ];
    });
    expect(daysOf(run, 'bridging lead time')).toEqual([80]);
  });
});

describe('a conversion', () => {
  /** Plant takes 160 days from the open market; the shell is fitted out in 100 days at the usual pace. */
  const conversion = (cooling: Regime, pace: number) =>
    readyDays(
      campus(({ scenario, construction, site }) => {
        scenario.provider.pace = pace;
        construction.buildingKinds = { conversion: { fitOut: '100 days' } };
        construction.network.switchLeadTime = '0 days';
        construction.temporaryPower = 'service';
        site.halls[0].kind = 'conversion';
        site.procurement = { cooling };
        site.power.bridging = [
          {
            name: 'engines',
            kind: 'engines',
            power: '20 MW',
            leadTime: '0 days',
            trigger: { kind: 'date', on: '2026-01-01' },
          },
        ];
      }),
    );

  test('that orders on its first day waits for the plant, whatever its pace', () => {
    expect([conversion('open', 1), conversion('open', 0.5)]).toEqual([[175], [175]]);
  });

  test('with plant in store goes at its pace', () => {
    expect([conversion('held', 1), conversion('held', 0.5)]).toEqual([[115], [65]]);
  });
});
