"""Deterministic models in SimPy; prints what happened when, as JSON for test/fixtures/simpy-traces.json.

    PYTHONPATH=<simpy>/src python3 simpy_traces.py

test/kernel/simpy.test.ts holds the same models.
"""

import json
import sys

import simpy


def queue(env, log):
    """Two counters, arrivals every 2 (two at a time), services of 3 to 6 in turn."""
    counters = simpy.Resource(env, capacity=2)

    def customer(name, service):
        log.append([env.now, name, "came"])
        with counters.request() as request:
            yield request
            log.append([env.now, name, "served"])
            yield env.timeout(service)
        log.append([env.now, name, "left"])

    def source():
        for i in range(20):
            env.process(customer(f"customer {i}", 3 + i % 4))
            if i % 2:
                yield env.timeout(4)

    env.process(source())


def priorities(env, log):
    """One crane, three classes; lower numbers first, in order of coming within a class."""
    crane = simpy.PriorityResource(env, capacity=1)

    def job(i):
        yield env.timeout(i * 0.5)
        with crane.request(priority=i % 3) as request:
            yield request
            log.append([env.now, f"job {i}", "begins"])
            yield env.timeout(2)

    for i in range(15):
        env.process(job(i))


def container(env, log):
    """Trucks take 7 from a tank that gets 5 every 3 days and holds 20."""
    tank = simpy.Container(env, capacity=20, init=10)

    def supplier():
        while True:
            yield env.timeout(3)
            yield tank.put(5)
            log.append([env.now, "supplier", tank.level])

    def truck(i):
        yield env.timeout(i)
        yield tank.get(7)
        log.append([env.now, f"truck {i}", tank.level])

    env.process(supplier())
    for i in range(6):
        env.process(truck(i))


def store(env, log):
    """Takers wait for their own colour."""
    dock = simpy.FilterStore(env)

    def maker():
        for i in range(12):
            yield env.timeout(1)
            yield dock.put(("red", "green", "blue")[i * i % 3] + f" {i}")

    def taker(colour):
        while True:
            item = yield dock.get(lambda item: item.startswith(colour))
            log.append([env.now, colour, item])
            yield env.timeout(2.5)

    env.process(maker())
    for colour in ("red", "green", "blue"):
        env.process(taker(colour))


def renege(env, log):
    """A request or a patience of 4, whichever is first."""
    desk = simpy.Resource(env, capacity=1)

    def customer(i):
        yield env.timeout(i)
        with desk.request() as request:
            result = yield request | env.timeout(4.25)
            if request in result:
                log.append([env.now, f"customer {i}", "served"])
                yield env.timeout(3)
            else:
                log.append([env.now, f"customer {i}", "reneged"])

    for i in range(12):
        env.process(customer(i))


def interrupt(env, log):
    """Work of 10 days, interrupted every 4 by a break of 1; what was left is done afterwards."""

    def machine():
        left = 10
        while left > 0:
            began = env.now
            try:
                yield env.timeout(left)
                left = 0
            except simpy.Interrupt as reason:
                left -= env.now - began
                log.append([env.now, "machine", f"{reason.cause}, {left} left"])
                yield env.timeout(1)
        log.append([env.now, "machine", "done"])

    def breaker(process):
        while True:
            yield env.timeout(4)
            if process.is_alive:
                process.interrupt("broken")

    env.process(breaker(env.process(machine())))


def joins(env, log):
    """All of three, then any of three; then a process waits for a process."""

    def leg(i, days):
        yield env.timeout(days)
        log.append([env.now, f"leg {i}", "done"])
        return days

    def whole():
        legs = [env.process(leg(i, days)) for i, days in enumerate((5, 3, 8))]
        yield env.all_of(legs)
        log.append([env.now, "whole", "all"])
        yield env.any_of([env.timeout(4), env.timeout(2), env.timeout(9)])
        log.append([env.now, "whole", "any"])
        value = yield env.process(leg(3, 6))
        log.append([env.now, "whole", f"leg gave {value}"])

    env.process(whole())


def ties(env, log):
    """Three hundred timeouts at one time, made in order."""

    def one(i):
        yield env.timeout(5)
        log.append([env.now, f"process {i}", "woke"])

    for i in range(300):
        env.process(one(i))


MODELS = [queue, priorities, container, store, renege, interrupt, joins, ties]
traces = {}
for model in MODELS:
    environment, log = simpy.Environment(), []
    model(environment, log)
    environment.run(until=60)
    traces[model.__name__] = log
json.dump(
    {"made by": f"SimPy {simpy.__version__}, CPython {sys.version.split()[0]}", "traces": traces}, sys.stdout, indent=None
)
print()
