import { describe, expect, it } from 'vitest';
import { Simulation, type Ticket } from '../../src/kernel/index.ts';

describe('work of a callback', () => {
  it('that needs one more ticket keeps what has been worked until then', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const crane = simulation.resource('crane');
    const ends: number[] = [];
    const hook = crane.request(() => {});
    simulation.schedule(1, () =>
      crane.work(
        hook,
        simulation.schedule(0, () => {}),
      ),
    );
    const ticket = crew.request(() => {
      const end = simulation.schedule(5, () => ends.push(simulation.now));
      crew.work(ticket, end);
      simulation.schedule(2, () => crane.work(hook, end));
    });
    simulation.schedule(1.5, () => crane.setCapacity(0, 'resume'));
    simulation.schedule(10, () => crane.setCapacity(1));
    simulation.run();
    expect(ends).toEqual([13]);
  });

  it('refuses a policy other than that with which it began', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const crane = simulation.resource('crane');
    const tickets = [crew.request(() => {}), crane.request(() => {})];
    simulation.schedule(1, () => {
      const end = simulation.schedule(5, () => {});
      crew.work(tickets[0], end, { policy: 'resume' });
      expect(() => crane.work(tickets[1], end, { policy: 'restart' })).toThrow(
        'resource "crane": policy restart of work that has begun, expected that with which it began, resume (day 1)',
      );
      crane.work(tickets[1], end, { policy: 'resume' });
    });
    simulation.run();
    expect(simulation.now).toBe(6);
  });

  it('leaves a unit that `release()` finds when it is over', () => {
    for (const lost of [false, true]) {
      const simulation = new Simulation();
      const crew = simulation.resource('crew');
      const ticket: Ticket = crew.request(() => {
        crew.work(
          ticket,
          simulation.schedule(5, () => crew.release()),
        );
      });
      if (lost) simulation.schedule(5, () => crew.setCapacity(0, 'resume'), { priority: -1 });
      simulation.run();
      expect([crew.inUse, crew.queueLength, ticket.state]).toEqual([0, 0, 'released']);
    }
  });

  it('leaves the latest ticket first to a release of units, and none to one of more than there are', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 4 });
    const tickets = [0, 1, 2].map((index): Ticket => {
      const ticket: Ticket = crew.request(() => {
        const end = simulation.schedule(index === 2 ? 50 : 5, () => {});
        crew.work(ticket, end);
      });
      return ticket;
    });
    simulation.schedule(6, () => {
      expect(() => crew.release(3)).toThrow('release of 3, expected at most the 2 held (day 6)');
      crew.release(1);
      expect(tickets.map(({ state }) => state)).toEqual(['held', 'released', 'held']);
    });
    simulation.run();
    expect(crew.inUse).toBe(2);
  });

  it('a process that releases more units than there are keeps those that it has', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 2 });
    simulation.process('p', function* () {
      yield* crew.acquire();
      expect(() => crew.release(2)).toThrow('release of 2 by process "p", expected at most the 1 held');
      expect(crew.inUse).toBe(1);
      crew.release();
    });
    simulation.run();
    expect(crew.inUse).toBe(0);
  });
});

describe('a wait that a callback makes and nobody begins', () => {
  const advice =
    ': a wait that was made in a callback, where nothing waits, expected a callback for it, by request() or subscribe(), or a process (callback "order", day 1)';
  const refused = (make: (simulation: Simulation) => unknown): string => {
    const simulation = new Simulation();
    simulation.schedule(1, () => void make(simulation), { label: simulation.label('order') });
    try {
      simulation.run();
    } catch (error) {
      return (error as Error).message;
    }
    return 'no error';
  };

  it.each([
    ['take of a level', '3 of level "tank"', (s: Simulation) => s.level('tank', { initial: 5 }).take(3)],
    ['take of a store', 'store "dock"', (s: Simulation) => s.store('dock').take()],
    ['acquire', 'resource "crane"', (s: Simulation) => s.resource('crane').acquire()],
    ['wait of a signal', 'signal "power"', (s: Simulation) => s.signal('power').wait()],
    ['condition', 'condition "dry"', (s: Simulation) => s.condition(() => true, 'dry')],
    ['anyOf', 'signal "a" or delay of 3 days', (s: Simulation) => s.anyOf([s.signal('a').wait(), 3])],
    [
      'claim before one that is begun',
      'resource "crane"',
      (s: Simulation) => {
        s.resource('crane').acquire();
        s.resource('other').request(() => {});
      },
    ],
  ])('%s is refused by name', (_, name, make) => {
    expect(refused(make)).toBe(`${name}${advice}`);
  });

  it.each([
    ['request', (s: Simulation) => s.level('tank', { initial: 5 }).request(3, () => {})],
    ['subscribe', (s: Simulation) => s.signal('power').subscribe(() => {})],
    ['put', (s: Simulation) => s.level('tank').put(3)],
    [
      'request that is refused and caught',
      (s: Simulation) => {
        expect(() => s.resource('crane').request('call' as never)).toThrow('callback: "call"');
        expect(() => s.level('tank', { initial: 1, capacity: 1 }).put(1)).toThrow('put of 1');
      },
    ],
    ['withdraw', (s: Simulation) => s.resource('crane').acquire().withdraw()],
  ])('is none where it is a %s', (_, make) => expect(refused(make)).toBe('no error'));

  it('is none where it is made before the run, for a process to wait for', () => {
    const simulation = new Simulation();
    const power = simulation.signal('power');
    const both = simulation.allOf([power.wait(), 3]);
    simulation.schedule(2, () => power.fire());
    simulation.process('hall', function* () {
      yield* both;
    });
    simulation.run();
    expect(simulation.now).toBe(3);
  });
});

it('the guard against loops that never yield counts the reads of one event', { timeout: 60_000 }, () => {
  const simulation = new Simulation();
  let reads = 0;
  for (let event = 0; event < 60; event++)
    simulation.schedule(1, () => {
      for (let read = 0; read < 2_000_000; read++) if (simulation.now === 1) reads++;
    });
  simulation.run();
  expect(reads).toBe(120_000_000);
});
