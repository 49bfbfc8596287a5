import type { Idle } from './eventTarget.ts';

/** Who makes waits and should begin them: the body of a process, or a callback that the loop runs. */
export interface WaitMaker {
  /** The first that may not have begun, and further ones. @internal */
  made: Idle | undefined;
  /** @internal */
  alsoMade: Idle[] | undefined;
}

/** Notes a wait that was made. */
export function noteMade(maker: WaitMaker, wait: Idle): void {
  if (maker.alsoMade !== undefined) maker.alsoMade.push(wait);
  else if (maker.made?.state !== 'new') maker.made = wait;
  else maker.alsoMade = [wait];
}

/** One that was made and not begun, if there is any, from where all are forgotten. */
export function takeForgotten(maker: WaitMaker): Idle | undefined {
  const { made, alsoMade } = maker;
  maker.made = maker.alsoMade = undefined;
  // The latest, as an any-of is made after its parts.
  const wait = alsoMade?.findLast(({ state }) => state === 'new') ?? made;
  return wait?.state === 'new' ? wait : undefined;
}
