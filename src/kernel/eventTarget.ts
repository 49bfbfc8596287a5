/** What an event calls, with the number it was scheduled with. */
export type Callback = (argument: number) => void;

/** A callback that is the end of work, which is told when its event is withdrawn. */
export interface Ending extends Callback {
  /** @internal */
  readonly work: { settle(): void };
}

/** A wait, as long as it may not have begun. */
export interface Idle {
  /** @internal */
  readonly state: string;
  /** @internal */
  describe(): string;
}

/** What an event does instead of a callback: the next step of a process. */
export interface Step {
  /** @internal */
  readonly entity: number;
  /** @internal */
  readonly isClock: boolean;
  /** Its own for life, and in no list while it waits for something else than time. @internal */
  readonly slot: number;
  /** Its name, and the label of it. @internal */
  readonly name: string;
  /** @internal */
  readonly label: number;
  /** @internal */
  readonly priority: number;
  /** @internal */
  step(): void;
  /** Notes a wait that its body has made, and should begin. @internal */
  note(wait: Idle): void;
}
