/** So many bytes hold every number, such as −0.0000012345678901234567. */
export const NUMBER_BYTES = 25;

/** Writes a finite number into bytes from `at` on, as `String` does, and returns where it ends. */
export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  const text = String(value);
  for (let place = 0; place < text.length; place++) bytes[at + place] = text.charCodeAt(place);
  return at + text.length;
}
