import { describe, expect, test } from 'vitest';
import { queueUrl } from '../../src/queue/index.ts';

const refusalOf = (text: string | undefined): string => {
  try {
    queueUrl(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
};

describe('the URL of a queue', () => {
  test('is shown without user, password and options', () => {
    const { shown } = queueUrl('postgres://me:secret@db.lab:5433/queue?sslmode=require');
    expect(shown).toBe('db.lab:5433/queue');
    expect(queueUrl('postgresql://db/q').shown).toBe('db:5432/q');
  });

  test('comes from the environment where none is given, so that no command line shows it', () => {
    const environment = { GIGARAMP_QUEUE: 'postgres://db/q' };
    expect(queueUrl(undefined, environment).shown).toBe('db:5432/q');
    expect(queueUrl('postgres://other/q', environment).shown).toBe('other:5432/q');
  });

  test('asks for TLS as PostgreSQL understands it: require encrypts, verify-full also checks who is there', () => {
    for (const mode of ['disable', 'require', 'verify-ca', 'verify-full']) {
      const { connection } = queueUrl(`postgres://db/q?sslmode=${mode}`);
      expect(new URL(connection).searchParams.get('sslmode')).toBe(mode);
      expect(new URL(connection).searchParams.get('uselibpqcompat')).toBe('true');
    }
  });

  test.each([
    [undefined, /^queue: no URL, expected postgres:\/\/user@host\/database here or in GIGARAMP_QUEUE$/],
    ['', /^queue: no URL/],
    ['my secret', /^queue: no URL of PostgreSQL, expected postgres:/],
    ['mysql://me:secret@db/q', /^queue: no URL of PostgreSQL/],
    ['postgres:///q', /^queue: no URL of PostgreSQL/],
    ['postgres://me:secret@db/q?sslmode=prefer', /^queue: sslmode "prefer", expected disable, require/],
    ['postgres://me:secret@db/q?SSLMODE=verify-full', /^queue: parameter "SSLMODE", expected sslmode, /],
  ])('is refused without being repeated: %s', (text, message) => {
    expect(refusalOf(text)).toMatch(message);
    expect(refusalOf(text)).not.toContain('secret');
  });
});
