"""The benchmark's work in SimPy: simpy_work.py hold|process|queue PENDING COUNT; prints work per user second."""

import random
import resource
import sys

import simpy

work, pending, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
env = simpy.Environment()
fired = 0
exponential = random.Random(1).expovariate


def again(_event):
    global fired
    fired += 1
    env.timeout(exponential(1)).callbacks.append(again)


def loop():
    global fired
    while True:
        yield env.timeout(exponential(1))
        fired += 1


def customer(desk):
    with desk.request() as request:
        yield request
        yield env.timeout(exponential(1))


def source(desk):
    for _ in range(count):
        yield env.timeout(exponential(0.8 * pending))
        env.process(customer(desk))


for _ in range(pending if work != "queue" else 0):
    if work == "hold":
        env.timeout(exponential(1)).callbacks.append(again)
    else:
        env.process(loop())
if work == "queue":
    env.process(source(simpy.Resource(env, capacity=pending)))
before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
if work == "queue":
    env.run()
    fired = count
else:
    env.run(until=count / pending)
print(fired / (resource.getrusage(resource.RUSAGE_SELF).ru_utime - before))
