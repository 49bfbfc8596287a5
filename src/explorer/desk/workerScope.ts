/** What a dedicated worker knows of the outside. */
export interface WorkerScope<In, Out> {
  addEventListener(type: 'message', heard: (event: MessageEvent<In>) => void): void;
  postMessage(message: Out, transfer?: readonly Transferable[]): void;
}

/** The global of this worker: the types of the page stand for it otherwise. */
export function workerScope<In, Out>(): WorkerScope<In, Out> {
  return globalThis as unknown as WorkerScope<In, Out>;
}
