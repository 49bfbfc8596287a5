import { Streams, type Seed, type Stream } from '../random/index.ts';

/** The stream that a design takes its random numbers from. */
export function designStream(seed: Seed, design: string): Stream {
  return new Streams({ seed }).open('design', design, 'points');
}
