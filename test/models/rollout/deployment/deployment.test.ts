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

  test('a crew that is added where more than ten days of work wait begins five days later, and stays', () => {
    const { run, inService } = variedPaper(({ deployment }) => {
      deployment.crewPolicy = { kind: 'add', queue: '10 days', lag: '5 days', perSite: '3 crew' };
    });
    // On day 210 four lots of five days each wait: twenty days for one crew, and ten, which is not more, for two.
    expect([5, 6, 7, 8].map((lot) => inService(lot)[0]![0])).toEqual([225, 230, 230, 235]);
    expect(run.floor.sites.map(({ crew }) => crew.capacity)).toEqual([1, 1, 2]);
    // Of twenty days in the queue five are left on the path of the third lot.
    const { events } = run.programmes[0]!.milestones;
    const path = drivingPath(run.world.simulation, events[6]!, { since: 0 });
    expect(path.filter(({ label }) => label === 'install crew').map(({ from, to }) => to - from)).toEqual([
      5,
    ]);
  });

  test('no more crews are asked for than a campus may have', () => {
    const { run } = variedPaper(({ deployment }) => {
      deployment.crewPolicy = { kind: 'add', queue: '1 day', lag: '1 day', perSite: '3 crew' };
    });
    expect(Math.max(...run.floor.sites.map(({ crew }) => crew.capacity))).toBe(3);
    expect(run.floor.sites.every(({ crewsAsked }) => crewsAsked === 0)).toBe(true);
  });

  test('a crew that is moved leaves a campus without work, which keeps one', () => {
    const { run, inService } = variedPaper(({ deployment }) => {
      deployment.crews = '2 crew';
      deployment.crewPolicy = { kind: 'move', queue: '6 days', lag: '2 days', perSite: '4 crew' };
    });
    // Ten days for two crews, six and two thirds for three, five for four: the two halls give one each.
    expect([5, 6, 7, 8].map((lot) => inService(lot)[0]![0])).toEqual([225, 225, 227, 227]);
    expect(run.floor.sites.map(({ crew }) => crew.capacity)).toEqual([1, 1, 4]);
  });

  test('with one crew everywhere none is moved', () => {
    const { run, inService } = variedPaper(({ deployment }) => {
      deployment.crewPolicy = { kind: 'move', queue: '6 days', lag: '2 days', perSite: '4 crew' };
    });
    expect([5, 6, 7, 8].map((lot) => inService(lot)[0]![0])).toEqual([225, 230, 235, 240]);
    expect(run.floor.sites.map(({ crew }) => crew.capacity)).toEqual([1, 1, 1]);
  });

  test('placement passes by a site whose crew has too much work ahead, as long as another has room', () => {
    const twoHalls = (longest?: string) =>
      variedPaper(({ deployment, policies, sites }) => {
        // Forty days a lot.
        deployment.racksPerDay = '0.5 rack/day';
        sites[1] = { ...sites[0], name: 'E2' };
        if (longest !== undefined) policies.longestCrewQueue = longest;
      });
    // When the second lot comes on day 55, eight racks of the first, sixteen days of work, are left at E1.
    expect(twoHalls().inService(2)).toEqual([[120, 20]]);
    expect(twoHalls('15 days').inService(2)).toEqual([[105, 20]]);
    expect(twoHalls('17 days').inService(2)).toEqual([[120, 20]]);
    // Where every site is over it, the order of placement holds as ever.
    const { run } = twoHalls('0.5 days');
    expect(run.floor.sites.slice(0, 2).map(({ filled }) => filled)).toEqual([40, 40]);
  });
});
