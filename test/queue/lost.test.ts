import { expect, test } from 'vitest';
import { persistently } from '../../src/queue/index.ts';

const lost = (): Error => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

test('what fails because the database is away is done again until it is back', async () => {
  let times = 0;
  let losses = 0;
  const body = async (): Promise<string> => {
    if (++times < 3) throw lost();
    return 'done';
  };
  const onLost = async (): Promise<void> => void losses++;
  expect(await persistently(body, { onLost })).toBe('done');
  expect([times, losses]).toEqual([3, 2]);
});

test.each([
  Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
  Object.assign(new Error('deadlock detected'), { code: '40P01' }),
  new Error('Connection terminated unexpectedly'),
  new Error('Query read timeout'),
  new AggregateError([lost()], ''),
])('%s is such a loss', async (error) => {
  let times = 0;
  await persistently(async () => {
    if (++times === 1) throw error;
  });
  expect(times).toBe(2);
});

test('another error is thrown at once, and a loss after as long as patience lasts', async () => {
  const refused = Object.assign(new Error('permission denied for schema gigaramp'), { code: '42501' });
  const throwing = (error: Error) => async (): Promise<never> => {
    throw error;
  };
  await expect(persistently(throwing(refused))).rejects.toBe(refused);
  await expect(persistently(throwing(lost()), { patience: 0 })).rejects.toThrow(
    'queue: no answer for 0 s (connect ECONNREFUSED)',
  );
  await expect(persistently(throwing(lost()), { signal: AbortSignal.abort() })).rejects.toThrow('no answer');
});

test('a loss is waited for a little at most once others are to end', async () => {
  const throwing = async (): Promise<never> => {
    throw lost();
  };
  const hurry = AbortSignal.abort();
  await expect(persistently(throwing, { hurry, hurriedPatience: 0.1 })).rejects.toThrow(
    'queue: no answer for 0 s',
  );
});
