// The benchmark's HOLD work in npm's simjs: simjs_work.cjs PENDING COUNT; prints events per user second.
// It offers itself to a browser's window only.
globalThis.window = globalThis;
require('simjs');
const { Sim, Entity } = globalThis.window.Sim;

const pending = Number(process.argv[2]);
const count = Number(process.argv[3]);
let fired = 0;

class Again extends Entity {
  start() {
    this.setTimer(-Math.log(1 - Math.random())).done(this.again, this);
  }

  again() {
    fired++;
    this.setTimer(-Math.log(1 - Math.random())).done(this.again, this);
  }
}

const simulation = new Sim('hold');
for (let i = 0; i < pending; i++) simulation.addEntity(Again, `entity ${i}`);
const before = process.cpuUsage();
simulation.simulate(count / pending);
console.log(fired / (process.cpuUsage(before).user / 1e6));
