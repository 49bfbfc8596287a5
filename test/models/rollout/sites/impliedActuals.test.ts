import { describe, expect, test } from 'vitest';
import { rollout } from '../../../../models/rollout/index.ts';
import { withImpliedActuals } from '../../../../models/rollout/sites/impliedActuals.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { Streams } from '../../../../src/random/index.ts';
import { oneCampus, type Parts } from '../oneCampus.ts';

/** Day of an edge of a stage of the campus, in one replication of it as it is written. */
function stages(change: (parts: Parts) => void): (stage: string) => [start: unknown, finish: unknown] {
  const scenario = oneCampus((parts) => {
    parts.scenario.asOf = '2026-07-01';
    change(parts);
  });
  const streams = new Streams({ seed: 'implied' });
  streams.begin(0);
  const record = rollout.run(new Simulation(), scenario, streams);
  return (stage) => [record[`start:D1:${stage}`], record[`finish:D1:${stage}`]];
}

describe('what an actual date implies of the stages before it', () => {
  test('a scenario without actual dates comes back as it is', () => {
    const scenario = oneCampus();
    expect(withImpliedActuals(scenario)).toBe(scenario);
  });

  test('a fit-out that is finished has a finished shell and a prepared site, in halls that start later too', () => {
    // Hall B would be begun on day 200, its shell closed on day 300; its fit-out is over on day 60.
    const stage = stages(({ site }) => {
      const finished = { shell: '100 days', fitOut: { duration: '60 days', finished: '2026-03-02' } };
      site.building = { sitePreparation: '90 days' };
      site.halls = site.halls.map((hall, index) => ({
        ...hall,
        startsAfter: index === 0 ? '0 days' : '200 days',
        building: finished,
      }));
    });
    expect(stage('building')[1]).toBe(60);
  });

  test('a shell that is finished ends no fit-out', () => {
    const stage = stages(({ site }) => {
      site.building = { shell: { duration: '90 days', finished: '2026-03-02' } };
    });
    expect(stage('building')[1]).toBeGreaterThan(60);
  });

  test('civil works that have begun have their design, permits and concept behind them', () => {
    const scenario = oneCampus(({ scenario: whole, site }) => {
      whole.asOf = '2026-07-01';
      site.power.stages = { civil: { duration: '400 days', started: '2026-05-01' } };
    });
    const [site] = withImpliedActuals(scenario).sites;
    expect(site).toMatchObject({
      power: {
        stages: Object.fromEntries(
          ['concept', 'design', 'permits'].map((name) => [name, { finished: '2026-05-01' }]),
        ),
      },
    });
    expect(site).not.toHaveProperty('power.stages.steel');
  });

  test('a stage that states its own end keeps it', () => {
    const scenario = oneCampus(({ scenario: whole, site }) => {
      whole.asOf = '2026-07-01';
      site.building = {
        shell: { duration: '90 days', finished: '2026-02-01' },
        fitOut: { duration: '60 days', finished: '2026-03-02' },
      };
    });
    expect(withImpliedActuals(scenario).sites[0]).toMatchObject({
      building: { sitePreparation: { finished: '2026-02-01' }, shell: { finished: '2026-02-01' } },
    });
  });
});

describe('the schedule of a site', () => {
  test('shows an order from the day on which it was placed', () => {
    const stage = stages(({ site }) => {
      site.power.orders = [{ duration: '300 days', started: '2025-12-02' }, '130 days', '160 days'];
      site.power.units = '3 unit';
    });
    // Placed 30 days before the start; the other two on the day on which the concept is done.
    expect(stage('transformer')[0]).toBe(-30);
  });

  test('shows a building from the day on which its site was cleared', () => {
    const stage = stages(({ site }) => {
      site.building = {
        sitePreparation: { duration: '60 days', started: '2026-01-21', finished: '2026-03-02' },
      };
    });
    expect(stage('building')[0]).toBe(20);
  });
});
