"""The rollout of rolloutParameters.ts in SimPy 4: one process a rack, random's own samplers, no logging.

Usage: rollout_simpy.py PARAMETERS.json REPLICATIONS WARM_UP SEED; prints one line of JSON.
"""

import json
import math
import random
import sys
import time
from collections import deque

import simpy

ROUNDING = 1e-6
MOST_FAILURES = 9


def sampler(law):
    """A function without arguments that draws from a law."""
    form, *a = law
    if form == "uniform":
        return lambda: random.uniform(a[0], a[1])
    if form == "triangular":
        return lambda: random.triangular(a[0], a[2], a[1])
    if form == "exponential":
        return lambda: random.expovariate(1 / a[0])
    return lambda: a[0]


def samplers(tree):
    """The parameters with every law as a function."""
    if isinstance(tree, dict):
        return {key: samplers(value) for key, value in tree.items()}
    if isinstance(tree, list) and tree and isinstance(tree[0], str):
        return sampler(tree)
    if isinstance(tree, list):
        return [samplers(value) for value in tree]
    return tree


class Pod:
    """Racks that are accepted together."""

    __slots__ = ("expected", "members", "passed", "accepted")

    def __init__(self, env, size):
        self.expected = size
        self.members = 0
        self.passed = 0
        self.accepted = env.event()


class Site:
    """A place with one install crew; open positions, and the pod that is being filled."""

    def __init__(self, env, p):
        self.crew = simpy.Resource(env, capacity=1)
        self.install_days = 1 / p["racksPerDay"]()
        self.acceptance_days = p["acceptance"]()
        self.open = 0
        self.pod = None


class Job:
    """Racks of one lot that were placed at one site at one time."""

    __slots__ = ("site", "count", "request")

    def __init__(self, site):
        self.site = site
        self.count = 0
        self.request = None


class Rollout:
    """One replication."""

    def __init__(self, p):
        self.env = simpy.Environment()
        self.p = p
        self.existing = Site(self.env, p)
        self.campus = Site(self.env, p)
        self.sites = (self.existing, self.campus)
        self.waiting = deque()
        self.placed = 0
        self.pace = p["pace"]()
        self.rework_share = p["reworkShare"]()
        self.in_service = []

    def run(self):
        env, p = self.env, self.p
        env.process(self.lots())
        env.process(self.ready_halls())
        self.start_campus()
        env.run()
        # Numbers that were given to events so far: as the queue ran empty, the events that were executed.
        return self.in_service, next(env._eid)

    def positions(self, megawatts):
        pod = self.p["podRacks"]
        return math.floor(megawatts * 1000 / self.p["kilowattsPerRack"] + ROUNDING) // pod * pod

    # Chips

    def lots(self):
        env, lots = self.env, self.p["lots"]
        per_lot = lots["racks"] * lots["share"]() * lots["cap"]
        allotted = taken = 0
        for lot in range(1, lots["count"] + 1):
            yield env.timeout(lots["every"])
            whole = math.floor(lot * per_lot + ROUNDING)
            count = min(whole - allotted, self.p["racks"] - taken)
            allotted = whole
            taken += count
            freight = self.p["freight"]()
            for i in range(count):
                env.process(self.rack(lot, freight, i == count - 1))

    # Halls

    def ready_halls(self):
        env, flow = self.env, self.p["existing"]
        level = random.random()
        monthly, ceiling = (low + level * (high - low) for low, high in (flow["monthly"], flow["ceiling"]))
        handed_over = month = 0
        while True:
            megawatts = min(ceiling, flow["initial"] + month * monthly)
            positions = self.positions(megawatts)
            if positions > handed_over:
                self.open_positions(self.existing, positions - handed_over)
                handed_over = positions
            if megawatts >= ceiling:
                return
            month += 1
            yield env.timeout(flow["everyDays"])

    def start_campus(self):
        env, halls = self.env, self.p["halls"]
        self.powered = [env.event() for _ in halls]
        self.teams = simpy.Resource(env, capacity=self.p["commissioning"]["teams"])
        prepared = env.process(self.lasting(self.p["building"]["sitePreparation"]() * self.pace))
        env.process(self.substation())
        for index, hall in enumerate(halls):
            shell_ready = env.event()
            building = env.process(self.building(hall, prepared, shell_ready))
            cooling = env.process(self.cooling(hall, shell_ready))
            network = env.process(self.network(hall, shell_ready))
            env.process(self.commissioning(hall, self.powered[index], building & cooling & network))

    def lasting(self, days):
        yield self.env.timeout(days)

    def building(self, hall, prepared, shell_ready):
        env, plan = self.env, self.p["building"]
        yield prepared
        yield env.timeout(hall["startsAfter"])
        shell = plan["shell"]() * self.pace
        first = shell * (1 - plan["overlap"])
        yield env.timeout(first)
        shell_ready.succeed()
        yield env.timeout(max(plan["fitOut"]() * self.pace, shell - first))

    def cooling(self, hall, shell_ready):
        env, plan = self.env, self.p["cooling"]
        lead_time = max(plan["heatRejection"](), plan["coolantDistribution"]())
        yield env.timeout(hall["startsAfter"] + lead_time) & shell_ready
        yield env.timeout(plan["installation"]())

    def network(self, hall, shell_ready):
        env, plan = self.env, self.p["network"]
        lead_time = max(plan["switches"](), plan["optics"]())
        yield env.timeout(hall["startsAfter"] + lead_time) & shell_ready
        yield env.timeout(plan["installation"]())

    def commissioning(self, hall, powered, plant):
        env, plan = self.env, self.p["commissioning"]
        yield plant
        yield env.timeout(plan["l3"]())
        yield powered
        yield env.timeout(plan["flush"]())
        with self.teams.request() as team:
            yield team
            yield env.timeout(plan["l4l5"]())
            if random.random() < plan["reworkProbability"]:
                yield env.timeout(plan["rework"]())
        self.open_positions(self.campus, self.positions(hall["megawatts"]))

    # Power

    def substation(self):
        env, plan, pace = self.env, self.p["substation"], self.pace
        yield env.timeout(plan["concept"]() * pace)
        self.civil_done, self.steel_done = env.event(), env.event()
        self.dress_crew = simpy.Resource(env, capacity=1)
        self.dressed = 0
        late = self.p["transformer"]["lateProbability"]()
        upgrade = None
        if random.random() < self.p["upgrade"]["probability"]:
            upgrade = env.timeout(self.p["upgrade"]["days"]())
        for _ in range(plan["units"]):
            env.process(self.unit(late, upgrade))
        yield env.timeout(plan["design"]() * pace) & env.timeout(plan["permits"]() * pace)
        yield env.timeout(plan["civil"]() * pace)
        self.civil_done.succeed()
        yield env.timeout(plan["steel"]() * pace)
        self.steel_done.succeed()

    def unit(self, late_probability, upgrade):
        env, plan, order = self.env, self.p["substation"], self.p["transformer"]
        yield env.timeout(order["leadTime"]())
        if random.random() < late_probability:
            yield env.timeout(order["late"]())
        yield self.civil_done
        with self.dress_crew.request() as crew:
            yield crew
            yield env.timeout(plan["dressOut"]() * self.pace)
        self.dressed += 1
        # One unit is the spare.
        megawatts = (self.dressed - 1) * plan["unitMegawatts"]
        if megawatts == 0:
            return
        yield self.steel_done
        yield env.timeout(plan["checkout"]() * self.pace)
        if upgrade is not None:
            yield upgrade
        needed = 0
        for hall, powered in zip(self.p["halls"], self.powered):
            needed += hall["megawatts"]
            if needed <= megawatts and not powered.triggered:
                powered.succeed()

    # Racks

    def open_positions(self, site, count):
        site.open += count
        self.match()

    def match(self):
        """Gives open positions to waiting racks, first come first served, existing halls first."""
        waiting = self.waiting
        while waiting:
            site = next((site for site in self.sites if site.open > 0), None)
            if site is None:
                return
            lot = waiting[0][0]
            job = Job(site)
            while waiting and site.open > 0 and waiting[0][0] == lot:
                site.open -= 1
                waiting.popleft()[1].succeed((job, job.count))
                job.count += 1
            job.request = site.crew.request()

    def join_pod(self, site):
        pod = site.pod
        if pod is None:
            pod = site.pod = Pod(self.env, self.p["podRacks"])
        pod.members += 1
        if pod.members == pod.expected:
            site.pod = None
        self.placed += 1
        if self.placed == self.p["racks"]:
            for each in self.sites:
                self.close_short_pod(each)
        return pod

    def close_short_pod(self, site):
        pod, site.pod = site.pod, None
        if pod is None:
            return
        pod.expected = pod.members
        if pod.passed == pod.expected:
            self.env.process(self.accept(site, pod))

    def accept(self, site, pod):
        yield self.env.timeout(site.acceptance_days)
        pod.accepted.succeed()

    def rack(self, lot, freight, last_of_lot):
        env, p = self.env, self.p
        yield env.timeout(freight)
        position = env.event()
        self.waiting.append((lot, position))
        if last_of_lot:
            self.match()
        job, place = yield position
        site = job.site
        pod = self.join_pod(site)
        # The job's racks are installed one after another; all wait for the crew with one request.
        yield job.request
        yield env.timeout(site.install_days * (place + 1))
        if place == job.count - 1:
            site.crew.release(job.request)
        failures = 0
        yield env.timeout(p["burnIn"]())
        while failures < MOST_FAILURES and random.random() < self.rework_share:
            failures += 1
            yield env.timeout(p["rework"]())
            yield env.timeout(p["burnIn"]())
        pod.passed += 1
        if pod.passed == pod.expected:
            yield env.timeout(site.acceptance_days)
            pod.accepted.succeed()
        else:
            yield pod.accepted
        self.in_service.append(env.now)


def main():
    path, replications, warm_up, seed = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        p = samplers(json.load(file))
    random.seed(int(seed))
    for _ in range(int(warm_up)):
        Rollout(p).run()
    halves, wholes, counts = [], [], []
    began = time.process_time()
    for _ in range(int(replications)):
        in_service, events = Rollout(p).run()
        halves.append(in_service[math.ceil(p["racks"] / 2) - 1])
        wholes.append(in_service[p["racks"] - 1])
        counts.append(events)
    milliseconds = (time.process_time() - began) * 1000 / int(replications)
    print(json.dumps({"half": halves, "whole": wholes, "events": counts, "milliseconds": milliseconds}))


main()
