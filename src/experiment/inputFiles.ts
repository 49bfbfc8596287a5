import { channel } from 'node:diagnostics_channel';

/** A file that a scenario was loaded from, or that was looked up for it. */
export interface InputFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Node's channel on which every input file is announced as it is read, so that a notebook can name what it depends on.
 */
export const INPUT_FILES = 'gigaramp:input-file';

/** Announces an input file to whoever listens in this process. */
export function announceInputFile(file: InputFile): void {
  channel(INPUT_FILES).publish(file);
}
