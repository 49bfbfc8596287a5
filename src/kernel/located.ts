/**
 * An error with where and when it was thrown, and the error itself as its cause; the error itself where it says so
 * already.
 */
export function located(error: unknown, where: string, before = ''): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && message.endsWith(` (${where})`)) return error;
  return new Error(`${before}${message} (${where})`, { cause: error });
}
