/** `orderShift`: `order shift`. */
export function nameInWords(name: string): string {
  return name.replaceAll(
    /([a-z])([A-Z])/g,
    (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
  );
}
