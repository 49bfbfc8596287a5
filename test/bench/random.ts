// Nanoseconds per addressed draw: npx tsx test/bench/random.ts
import { lognormal, lowModeHigh, pert, poisson, Streams, type Stream } from '../../src/random/index.ts';

const PASSES = 8;
const COUNT = 250_000;

// The best of some short passes: other work on the machine only ever adds time.
function measure(name: string, draw: (index: number) => number): void {
  let sum = 0;
  let best = Infinity;
  for (let pass = 0; pass < PASSES; pass++) {
    const start = performance.now();
    for (let i = 0; i < COUNT; i++) sum += draw(i);
    best = Math.min(best, ((performance.now() - start) * 1e6) / COUNT);
  }
  console.log(`${name.padEnd(36)} ${best.toFixed(1).padStart(8)} ns   (checksum ${sum.toPrecision(6)})`);
}

const streams = new Streams({ seed: 'bench' });
const stream: Stream = streams.open('deployment', 'hall-1', 'install');
const split = lowModeHigh(20, 50, 80, { min: 0 });
const skewed = lognormal(30, 0.4);
const names = Array.from({ length: 1000 }, (_, i) => `site-${i}`);

measure('uniform(serial)', (i) => stream.uniform(i));
measure('uniform(serial, occurrence)', (i) => stream.uniform(i, i & 7));
measure('chance(p, serial)', (i) => (stream.chance(0.1, i) ? 1 : 0));
measure('draw(lowModeHigh, serial)', (i) => stream.draw(split, i));
measure('draw(lognormal, serial)', (i) => stream.draw(skewed, i));
const tabulated = pert(20, 50, 120);
const counts = poisson(6);
measure('draw(pert, tabulated, serial)', (i) => stream.draw(tabulated, i));
measure('draw(poisson, serial)', (i) => stream.draw(counts, i));
measure('drawShared(lognormal, serial)', (i) => stream.drawShared(skewed, 0.3, 0.5, i));
measure('open of an opened name + uniform', (i) => streams.open('power', names[i % 1000], 'lead').uniform(i));
