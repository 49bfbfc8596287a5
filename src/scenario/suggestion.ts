/** Edits between two words: insert, delete, replace, swap neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, beforeLast[j - 2] + 1);
      }
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}

const LONGEST = 80;

/** How far a known word is: the words between its dashes count as much as its letters. */
function distanceTo(word: string, other: string): number {
  const parts = other.split('-');
  if (word.length > 1 && word.split('-').every((part) => parts.includes(part))) return 0.5;
  const shorter = Math.min(word.length, other.length);
  if (shorter >= 3 && (other.startsWith(word) || word.startsWith(other))) return 1;
  const distance = editDistance(word, other.slice(0, LONGEST));
  return distance <= Math.max(1, Math.floor(Math.max(word.length, other.length) / 3)) ? distance : Infinity;
}

/**
 * The nearest of the known words, if one is near: few letters wrong, one begins with the other, or it holds the same
 * words.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const distance = distanceTo(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Names that are longer together than this are not read. */
const LONGEST_LIST = 250;

/**
 * What was expected in place of a name: all there are where they are few, else the three that are nearest, or the first
 * three where none is near.
 *
 * @example expectedOneOf('nope', ['on time', 'target']) // 'expected one of on time, target'
 */
export function expectedOneOf(word: string, known: readonly string[]): string {
  const all = known.join(', ');
  if (all.length <= LONGEST_LIST) return `expected one of ${all}`;
  const low = word.toLowerCase();
  if (!isLikeAny(low, known)) {
    const [first, second, third] = known;
    return `expected one of ${first}, ${second}, ${third} and ${known.length - 3} more`;
  }
  const [first, second, third] = known
    .map((candidate) => ({ candidate, distance: looseDistance(low, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
  return `did you mean ${first}, ${second} or ${third}?`;
}

/** Whether some known name is near, or holds a word of it. */
function isLikeAny(word: string, known: readonly string[]): boolean {
  const words = word.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length > 3);
  return (
    nearest(word, known) !== undefined ||
    known.some((name) => words.some((each) => name.toLowerCase().includes(each)))
  );
}

// Near first; then what holds the word; then by letters, with what the name is longer by counting little.
function looseDistance(word: string, other: string): number {
  const near = distanceTo(word, other);
  if (near < Infinity) return near - 100;
  if (other.includes(word)) return -50;
  return editDistance(word, other.slice(0, LONGEST)) - 0.9 * Math.max(0, other.length - word.length);
}

const LISTED = 12;

/** `, did you mean firm?`, else the known words when they are few, else nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `, did you mean ${near}?`;
  if (known.length === 0 || known.length > LISTED) return '';
  return `, expected ${known.length === 1 ? '' : 'one of '}${known.join(', ')}`;
}
