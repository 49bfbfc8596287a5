import { describe, expect, test } from 'vitest';
import { daysOf, oneCampus, readyDays, runCampus } from '../oneCampus.ts';

test('late optics hit every hall and site of a replication alike, and only where optics are what comes last', () => {
  const run = runCampus(
    oneCampus(({ scenario, construction, site }) => {
      construction.network = {
        switchLeadTime: '100 days',
        opticsLeadTime: '140 days',
        installation: '0 days',
        opticsSlip: '3 to 30 days',
      };
      delete site.halls[1].network;
      scenario.sites.push({ ...structuredClone(site), name: 'D2' });
      scenario.sites.push({ ...structuredClone(site), name: 'D3', network: { switchLeadTime: '400 days' } });
    }),
  );
  const slips = daysOf(run, 'optics slip').filter((day) => day < 400);
  expect(slips).toHaveLength(4);
  expect(new Set(slips).size).toBe(1);
  expect(daysOf(run, 'optics slip')).toHaveLength(4);
});

test('cabling takes as long as the optical modules of the topology', () => {
  const run = runCampus(
    oneCampus(({ construction, site }) => {
      site.halls = [site.halls[0]];
      construction.network.topology = {
        radix: '64 port',
        tiers: 3,
        portsPerGpu: '1 port/gpu',
        copperFirstHop: true,
      };
      construction.network.cablingRate = '1152 module/day';
    }),
  );
  // 80 racks of 72 GPUs have 23,040 modules: 20 days.
  expect(daysOf(run, 'cabling')).toEqual([160]);
});

describe('what else has to be there before L3', () => {
  test.each([
    ['storage', { storageLeadTime: '250 days', storageInstallation: '20 days' }, 285],
    ['trunk fibre', { trunkFibre: '300 days' }, 315],
  ])('%s', (_, stages, day) => {
    const run = runCampus(oneCampus(({ construction }) => Object.assign(construction.network, stages)));
    expect(readyDays(run)).toEqual([day, day]);
  });
});
