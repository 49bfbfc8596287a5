// The benchmark's processes in npm's simscript: simscript_work.cjs PENDING COUNT; prints resumes per user second.
globalThis.requestAnimationFrame ??= (callback) => setImmediate(callback);
const { Simulation, Entity, SimulationState } = require('simscript');

const pending = Number(process.argv[2]);
const count = Number(process.argv[3]);
let fired = 0;

class Looper extends Entity {
  async script() {
    for (;;) {
      await this.delay(-Math.log(1 - Math.random()));
      fired++;
    }
  }
}

class Loop extends Simulation {
  onStarting(event) {
    super.onStarting(event);
    this.timeEnd = count / pending;
    for (let i = 0; i < pending; i++) this.activate(new Looper());
  }
}

const simulation = new Loop();
const before = process.cpuUsage();
simulation.stateChanged.addEventListener(() => {
  if (simulation.state !== SimulationState.Finished) return;
  console.log(fired / (process.cpuUsage(before).user / 1e6));
  process.exit(0);
});
simulation.start();
