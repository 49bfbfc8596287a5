/** Something that the person who started the run has to change; faces print its message and end with exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
