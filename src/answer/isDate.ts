const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is an ISO date that there is. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const time = Date.parse(text);
  // 31 February is parsed as 3 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
