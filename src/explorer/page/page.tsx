import { render } from 'preact';
import { openedState } from '../link/openedFile.ts';
import { Explorer } from './Explorer.tsx';

/** The page: a state from its address, and the desk behind it. */
async function startPage(): Promise<void> {
  const root = document.querySelector('#explorer')!;
  const state = await openedState(location.hash);
  const startWorker = (): Worker => new Worker(new URL('./desk.js', import.meta.url), { type: 'module' });
  render(<Explorer start={state} startWorker={startWorker} />, root);
}

/** Moves the focus past the head of the page, and leaves its address, which holds the state, as it is. */
function skipToContent(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

document.querySelector('a.skip')?.addEventListener('click', skipToContent);
await startPage();
