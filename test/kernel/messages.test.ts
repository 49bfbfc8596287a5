import { describe, expect, it } from 'vitest';
import { Simulation, WorkingCalendar, type Command } from '../../src/kernel/index.ts';
import { message } from './message.ts';

describe('what is refused is shown as what it is, with the time', () => {
  const simulation = new Simulation({ startTime: 3 });
  const crane = simulation.resource('crane');
  const power = simulation.signal('power');
  const tank = simulation.level('tank');
  const other = new Simulation();

  it.each<[string, () => unknown]>([
    ['until: "5", expected', () => simulation.run({ until: '5' as never })],
    ['until: resource "crane", expected', () => simulation.run({ until: crane as never })],
    ['until: 1, expected a time >= now', () => simulation.run({ until: 1 })],
    ['run: option "til"', () => simulation.run({ til: 5 } as never)],
    ['store "dock": capacity "5"', () => simulation.store('dock', { capacity: '5' as never })],
    ['resource "hook": capacity "5"', () => simulation.resource('hook', { capacity: '5' as never })],
    ['level "fuel": capacity "5"', () => simulation.level('fuel', { capacity: '5' as never })],
    ['resource "crane": priority "1"', () => crane.acquire({ priority: '1' as never })],
    ['priority: "1"', () => simulation.schedule(1, () => {}, { priority: '1' as never })],
    ['resource "crane": monitor of "length"', () => crane.monitor('length' as never)],
    [
      'resource "crane": onRenege "call"',
      () => crane.request(() => {}, 0, 0, 0, { onRenege: 'call' as never }),
    ],
    ['anyOf: signal "power"', () => simulation.anyOf(power as never)],
    ['allOf: level "tank"', () => simulation.allOf([tank as never])],
    ['during: resource "crane"', () => simulation.during([crane as never], 3)],
    ['during: no tickets', () => simulation.during([], 3)],
    ['signal "x": option "once"', () => simulation.signal('x', { once: true } as never)],
    ['schedule: option "rack"', () => simulation.schedule(1, () => {}, { rack: 1 } as never)],
    ['monitor "m": option "overtime"', () => simulation.monitor('m', { overtime: true } as never)],
    ['process "p": option "prio"', () => simulation.process('p', function* () {}, { prio: 1 } as never)],
    ['signal "end": of another run', () => simulation.run({ until: other.signal('end') })],
    ['condition "dry": signal "power"', () => simulation.condition(power as never, 'dry')],
  ])('%s', (start, action) => {
    const text = message(action);
    expect(text.startsWith(start)).toBe(true);
    expect(text.endsWith('(day 3)')).toBe(true);
  });

  it.each<[string, (s: Simulation) => unknown]>([
    ['yielded signal "power", expected', (s) => s.signal('power')],
    ['yielded process "pour", expected', (s) => s.process('pour', function* () {})],
    ['yielded resource "crane", expected', (s) => s.resource('crane')],
    ['yielded "5", expected', () => '5'],
    ['activity "weld": of another simulation', () => new Simulation().activity('weld').lasting(1)],
    ['resource "crane": of another simulation', () => new Simulation().resource('crane').acquire()],
    [
      'signal "power": withdrawn before it was waited for, expected a new wait each time',
      (s) => {
        const wait = s.signal('power').wait();
        wait.withdraw();
        return wait;
      },
    ],
  ])('at a yield, with the process, once: %s', (start, command) => {
    for (const isCaught of [false, true]) {
      const run = new Simulation();
      let caught = '';
      run.process('hall', function* () {
        yield 2;
        try {
          yield command(run) as Command;
        } catch (error) {
          caught = (error as Error).message;
          if (!isCaught) throw error;
        }
      });
      const text = message(() => run.run());
      expect(isCaught ? text : caught).toBe(isCaught ? 'no error' : text);
      expect(caught.startsWith(start)).toBe(true);
      expect(caught.match(/day/g)).toHaveLength(start.startsWith('yielded') ? 3 : 1);
      expect(caught.endsWith('(process "hall", day 2)')).toBe(true);
    }
  });
});

describe('the end of a process', () => {
  it('is no signal that others may fire or reset', () => {
    const simulation = new Simulation();
    const pour = simulation.process('pour', function* () {
      yield 3;
      return 'slab';
    });
    simulation.schedule(1, () => {
      expect(() => pour.done.fire('mine')).toThrow(
        'process "pour": its end fired, expected a signal of your own (day 1)',
      );
      expect(() => pour.done.reset()).toThrow(
        'process "pour": its end reset, expected a signal of your own (day 1)',
      );
    });
    simulation.run();
    expect([pour.done.value, pour.done.isFired]).toEqual(['slab', true]);
  });
});

describe('a monitor', () => {
  it('over time gives the same however often it is read', () => {
    const read = (days: readonly number[]) => {
      const simulation = new Simulation();
      const monitor = simulation.monitor('level', { overTime: true, initial: 0.1 });
      for (const day of days)
        simulation.schedule(day, () => void [monitor.statistics(), monitor.quantile(0.5)]);
      simulation.schedule(50, () => monitor.note(0.7));
      simulation.run({ until: 100 });
      const kept = (monitor as unknown as { values: number[] }).values.length;
      return [monitor.statistics(), monitor.quantile(0.3), kept];
    };
    expect(read(Array.from({ length: 39 }, (_, i) => i + 0.3))).toEqual(read([]));
  });
});

describe('nextClose', () => {
  it('is the next blackout, however far, of a calendar that nothing else closes', () => {
    const calendar = new WorkingCalendar({
      blackouts: [
        [5000, 5010],
        [9000, 9000],
        [20_000, 20_001],
      ],
    });
    expect([0, 4999.5, 5010, 5500].map((time) => calendar.nextClose(time))).toEqual([
      5000, 5000, 20_000, 20_000,
    ]);
    expect(calendar.nextClose(20_001)).toBe(Infinity);
  });
});

describe('a level', () => {
  it('gives away no real amount, however much it has ever held', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { initial: 1e12 });
    let metAt = -1;
    simulation.process('p', function* () {
      yield* tank.take(1e12 - 99.95);
      yield* tank.take(100);
      metAt = simulation.now;
    });
    simulation.schedule(5, () => tank.add(1));
    simulation.run();
    expect(metAt).toBe(5);
  });

  it('is filled and emptied to the bit by 100,000 sevenths of a tenth', () => {
    const simulation = new Simulation();
    const tank = simulation.level('tank', { capacity: 7000 });
    for (let i = 0; i < 100_000; i++) tank.add(0.07);
    expect(tank.amount).toBe(7000);
    let taken = 0;
    for (let i = 0; i < 100_000; i++) tank.request(0.07, () => taken++);
    simulation.run();
    expect([tank.amount, taken]).toEqual([0, 100_000]);
  });

  it('lets what goes in from a callback go before those who wait, by add as by put', () => {
    for (const how of ['add', 'put'] as const) {
      const simulation = new Simulation();
      const tank = simulation.level('tank', { initial: 5, capacity: 10 });
      simulation.process('p', function* () {
        yield* tank.put(8);
      });
      simulation.schedule(1, () => {
        tank[how](2);
        expect([tank.amount, tank.putters.queueLength]).toEqual([7, 1]);
        expect(() => tank[how](4)).toThrow(
          `level "tank": ${how} of 4, expected from 0 to the free room, 3 (day 1)`,
        );
      });
      simulation.run();
    }
  });
});
