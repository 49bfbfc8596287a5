/** Fisher–Yates, with one uniform for each place. */
export function permutation(size: number, uniformAt: (place: number) => number): number[] {
  const order = Array.from({ length: size }, (_, index) => index);
  for (let place = size - 1; place > 0; place--) {
    const other = Math.floor(uniformAt(place) * (place + 1));
    [order[place], order[other]] = [order[other], order[place]];
  }
  return order;
}
