import { describe, expect, test } from 'vitest';
import { drivingPath } from '../../../../src/kernel/index.ts';
import { variedPaper } from '../variedPaper.ts';

describe('the stages of a pod', () => {
  test('bring-up and pod acceptance stand between the freeze and the shake-out, on the path too', () => {
    const { run, inService } = variedPaper(({ deployment }) => {
      deployment.bringUp = '2 days';
      deployment.podAcceptance = '1 day';
    });
    expect(inService(1)).toEqual([[48, 20]]);
    expect(inService(12)).toEqual([[323, 20]]);
    const { events } = run.programmes[0]!.milestones;
    const path = drivingPath(run.world.simulation, events[11]!, { since: 0 });
    expect(path.filter(({ from, to }) => to > from).map(({ label, from, to }) => [label, to - from])).toEqual(
      [
        ['vendor output', 300],
        ['freight', 5],
        ['install', 5],
        ['burn-in', 3],
        ['fabric and storage bring-up', 2],
        ['pod acceptance', 1],
        ['acceptance', 7],
      ],
    );
  });

  test('a rack that is dead nine times in a row is repaired nine times', () => {
    const { record, inService } = variedPaper(({ deployment }) => {
      deployment.deadOnArrival = { share: '100 %', repair: '1 day' };
    });
    expect(inService(1)).toEqual([[54, 20]]);
    expect(record.racks_dead_on_arrival).toBe(240);
  });

  test('an incomplete pod is accepted in parts, each so long after its first rack passed', () => {
    const { inService } = variedPaper(({ policies }) => {
      policies.partialPods = { after: '2.125 days' };
    });
    // Rack i passes on day 33 + i/4: nine by day 35.375, nine more by day 37.625, the last two on day 38.
    expect(inService(1)).toEqual([
      [42.375, 9],
      [44.625, 9],
      [45, 2],
    ]);
  });
});

describe('crews', () => {
  test('two crews take a pod each and halve the time of a lot and of what waits behind it', () => {
    const { inService } = variedPaper(({ deployment }) => {
      deployment.crews = '2 crew';
      deployment.podRacks = '10 rack';
    });
    // Pods of ten racks take 2.5 days; four lots before the campus are eight pods, two at a time from day 210.
    expect(inService(1)).toEqual([[42.5, 20]]);
    expect(inService(8)).toEqual([[230, 20]]);
  });

  test('a travelling crew comes three days after the call and takes every second lot that waits', () => {
    const { run, inService } = variedPaper(({ deployment }) => {
      deployment.travelling = { crews: '1 crew', move: '3 days', perSite: '1 crew' };
    });
    expect([5, 6, 7, 8].map((lot) => inService(lot)[0]![0])).toEqual([225, 228, 230, 233]);
    expect(run.providers[0]!.travelling.freeCrews).toBe(1);
    expect(run.floor.sites.every(({ crew }) => crew.capacity === 1)).toBe(true);
  });
});
