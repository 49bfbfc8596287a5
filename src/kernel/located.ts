/** An error with where and when it was thrown; the error itself is its cause. */
export function located(error: unknown, where: string, before = ''): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`${before}${message} (${where})`, { cause: error });
}
