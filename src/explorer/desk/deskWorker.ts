import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import type { Reply, Request } from '../exchange.ts';
import * as z from 'zod';
import { Desk } from './desk.ts';
import type { ShippedFiles } from './shippedFiles.ts';
import { webLanes } from './webLanes.ts';
import { workerScope } from './workerScope.ts';

/** More lanes than this cost more memory than they save time. */
const MOST_LANES = 12;

/** The Web Worker behind the page: what is asked before it is ready waits. */
function startDesk(): void {
  // zod tries to make code of texts where it may, which the page forbids.
  z.config({ jitless: true });
  const scope = workerScope<Request, Reply>();
  const desk = openDesk((reply) => scope.postMessage(reply));
  scope.addEventListener('message', ({ data }) => void desk.then((ready) => ready.receive(data)));
}

async function openDesk(post: (reply: Reply) => void): Promise<Desk> {
  const answer = await fetch(new URL('./shipped.json', import.meta.url));
  if (!answer.ok)
    throw new Error(`shipped.json: ${answer.status}, expected the files of the package beside the page`);
  const executor = webLanes<RolloutScenario>({
    workers: Math.min(MOST_LANES, navigator.hardwareConcurrency || 1),
    start: () => new Worker(new URL('./lane.js', import.meta.url), { type: 'module' }),
  });
  return new Desk((await answer.json()) as ShippedFiles, executor, post);
}

startDesk();
