import { describe, expect, test } from 'vitest';
import { formatIssue, printableLine } from '../../src/scenario/index.ts';

describe('a text from outside as one line of a terminal', () => {
  test.each([
    ['a line end', 'a\nerror: b.yaml:1:1: c', 'a\\nerror: b.yaml:1:1: c'],
    ['a carriage return', 'a\rb', 'a\\rb'],
    ['a terminal escape', '\u001b[2Jx', '\\u001b[2Jx'],
    ['a C1 control', '\u009b2J', '\\u009b2J'],
    ['NUL and DEL', '\0\u007f', '\\u0000\\u007f'],
    ['a line separator', 'a\u2028b', 'a\\u2028b'],
    ['marks of direction', 'a\u202eb\u2066c\u200fd', 'a\\u202eb\\u2066c\\u200fd'],
    ['a soft hyphen', 'a\u00adb', 'a\\u00adb'],
  ])('%s is written out', (_, text, expected) => expect(printableLine(text)).toBe(expected));

  test('letters of any script stay', () =>
    expect(printableLine('東京 – São Paulo')).toBe('東京 – São Paulo'));

  test('what is too long is cut', () => expect(printableLine('x'.repeat(5000))).toHaveLength(1001));

  test('an issue is one line, whatever its parts hold', () => {
    const issue = {
      file: 'a\nb.yaml',
      line: 1,
      column: 2,
      path: 'x\u001b',
      message: `got "${'y\n'.repeat(5000)}"`,
    };
    const line = formatIssue(issue);
    expect(line).toMatch(/^a\\nb\.yaml:1:2: x\\u001b: got "y\\ny/);
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(1100);
  });
});
