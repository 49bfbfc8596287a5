import { describe, expect, it } from 'vitest';
import { CauseKind, Simulation, type Ticket } from '../../src/kernel/index.ts';

describe('what an entity owns', () => {
  it('is cancelled with processes that take their time to end, and leave nobody in their place', () => {
    const simulation = new Simulation();
    const site = simulation.entity('site');
    const crane = simulation.resource('crane');
    const victim = simulation.process(
      'victim',
      function* () {
        const ticket = yield* crane.acquire();
        try {
          yield 10;
        } finally {
          yield 2;
          crane.release(ticket);
        }
      },
      { entity: site },
    );
    const log: number[] = [];
    simulation.schedule(3, () => {
      log.push(simulation.cancelOwnedBy(site));
      simulation.process('other', function* () {
        yield 4;
        log.push(simulation.now);
      });
    });
    simulation.schedule(5.5, () => {
      log.push(crane.inUse);
      expect(victim.isAlive).toBe(false);
      victim.stop();
    });
    simulation.run();
    expect(log).toEqual([1, 0, 7]);
    expect(simulation.stillWaiting()).toEqual([]);
  });

  it('are the claims of its callbacks too, with their patience, and its subscriptions', () => {
    const simulation = new Simulation();
    const truck = simulation.entity('truck');
    const crane = simulation.resource('crane', { capacity: 0 });
    const tank = simulation.level('tank');
    const dock = simulation.store<string>('dock');
    const power = simulation.signal('power');
    const called: string[] = [];
    crane.request(() => called.push('patient'), 0, 0, truck);
    crane.request(() => called.push('impatient'), 0, 0, truck, { patience: 3 });
    crane.request(() => called.push('other'), 0, 0, simulation.entity('other'));
    tank.request(1, () => called.push('tank'), 0, 0, truck);
    dock.request(() => called.push('dock'), 0, 0, truck);
    power.subscribe(() => called.push('power'), 0, 0, truck);
    simulation.schedule(1, () => expect(simulation.cancelOwnedBy(truck)).toBe(5));
    simulation.schedule(100, () => {
      crane.setCapacity(3);
      tank.add(1);
      dock.put('rack');
      power.fire();
    });
    simulation.run();
    expect(called).toEqual(['other']);
    expect([crane.queueLength, tank.amount, dock.size]).toEqual([0, 1, 1]);
  });

  it('is nothing where the entity is none', () => {
    const simulation = new Simulation();
    const worker = simulation.process('worker', function* () {
      yield 5;
    });
    simulation.schedule(3, () => {});
    expect([simulation.cancelOwnedBy(0), worker.isAlive]).toEqual([0, true]);
    simulation.run();
    expect(simulation.now).toBe(5);
  });

  it('does not take from a living process of another entity, nor what was granted', () => {
    const simulation = new Simulation();
    const site = simulation.entity('site');
    const crane = simulation.resource('crane');
    const called: number[] = [];
    simulation.process('other', function* () {
      yield 1;
      called.push(simulation.now);
    });
    crane.request(() => called.push(simulation.now), 0, 0, site);
    expect(simulation.cancelOwnedBy(site)).toBe(0);
    simulation.run();
    expect(called).toEqual([0, 1]);
  });
});

it('a second stop leaves the finally block of the first its time', () => {
  for (const again of ['stop', 'cancelOwnedBy'] as const) {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const site = simulation.entity('site');
    const process = simulation.process(
      'lift',
      function* () {
        const ticket = yield* crane.acquire();
        try {
          yield 10;
        } finally {
          yield 2;
          crane.release(ticket);
        }
      },
      { entity: site },
    );
    simulation.schedule(4, () => process.stop());
    simulation.schedule(5, () => void (again === 'stop' ? process.stop() : simulation.cancelOwnedBy(site)));
    simulation.run();
    expect([simulation.now, crane.inUse, process.state]).toEqual([6, 0, 'stopped']);
  }
});

describe('cancelOwnedBy leaves a finally block its time', () => {
  it.each(['works with a ticket', 'waits for the first of several', 'claims with patience'] as const)(
    'that %s',
    (what) => {
      const simulation = new Simulation();
      const site = simulation.entity('site');
      const crane = simulation.resource('crane');
      const never = simulation.signal('never');
      const victim = simulation.process(
        'victim',
        function* () {
          const ticket = yield* crane.acquire();
          try {
            yield 100;
          } finally {
            if (what === 'works with a ticket') yield* crane.during(ticket, 2);
            else if (what === 'claims with patience') yield* crane.acquire({ patience: 2 });
            else yield* simulation.anyOf([2, never.wait()]);
            crane.release(ticket);
          }
        },
        { entity: site },
      );
      simulation.schedule(1, () => expect(simulation.cancelOwnedBy(site)).toBe(1));
      simulation.run();
      expect([victim.state, simulation.now, crane.inUse]).toEqual(['stopped', 3, 0]);
      expect(simulation.stillWaiting()).toEqual([]);
    },
  );
});

describe('cancelOwnedBy cancels the work of a callback', () => {
  const started = (entities: { ticket: string; end: string }) => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew');
    const weld = simulation.label('weld');
    const ended: number[] = [];
    const ticket: Ticket = crew.request(
      () => {
        const done = (): void => {
          ended.push(simulation.now);
          crew.release(ticket);
        };
        const end = simulation.schedule(5, done, 0, weld, simulation.entity(entities.end));
        crew.work(ticket, end);
      },
      0,
      0,
      simulation.entity(entities.ticket),
    );
    const cancel = (): number => simulation.cancelOwnedBy(simulation.entity('rack'));
    return { simulation, crew, ended, cancel };
  };

  it('with the ticket that has lost its unit', () => {
    const { simulation, crew, ended, cancel } = started({ ticket: 'rack', end: 'rack' });
    simulation.schedule(2, () => crew.setCapacity(0, 'resume'));
    simulation.schedule(3, () => {
      expect(simulation.stillWaiting()).toEqual([
        { who: '', entity: 'rack', since: 2, for: 'weld, suspended without resource "crew"' },
      ]);
      expect(cancel()).toBe(2);
      expect(simulation.stillWaiting()).toEqual([]);
    });
    simulation.schedule(10, () => crew.setCapacity(1));
    simulation.run();
    expect([ended, simulation.now, crew.inUse, crew.queueLength]).toEqual([[], 10, 0, 0]);
  });

  it('that once stood still, and is under way again', () => {
    for (const recordCauses of [true, false]) {
      const { simulation, crew, ended, cancel } = started({ ticket: 'rack', end: 'rack' });
      simulation.causes.isOn = recordCauses;
      simulation.schedule(2, () => crew.setCapacity(0, 'resume'));
      simulation.schedule(3, () => crew.setCapacity(1));
      simulation.schedule(4, () => expect(cancel()).toBe(1));
      simulation.run();
      expect([ended, simulation.now]).toEqual([[], 4]);
    }
  });

  it('and not the ticket that work of another entity needs', () => {
    const { simulation, crew, ended, cancel } = started({ ticket: 'rack', end: 'other' });
    simulation.schedule(2, () => crew.setCapacity(0, 'resume'));
    simulation.schedule(3, () => expect(cancel()).toBe(0));
    simulation.schedule(10, () => crew.setCapacity(1));
    simulation.run();
    expect([ended, crew.inUse]).toEqual([[13], 0]);
  });

  it('also where the model says of the event that it was granted', () => {
    const simulation = new Simulation();
    const rack = simulation.entity('rack');
    const handle = simulation.schedule(5, () => {}, 0, 0, rack);
    simulation.attribute(handle, CauseKind.granted, 0);
    expect(simulation.cancelOwnedBy(rack)).toBe(1);
    expect(simulation.pendingEvents).toBe(0);
  });
});
