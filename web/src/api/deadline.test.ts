import { expect, test, vi } from 'vitest';
import { deadline } from './deadline';

test('what has no answer is given up in the end', async () => {
  const patience = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
  const request = new Request('https://callout.example.org/api/v1/board');
  const asked = deadline.onRequest?.({ request } as Parameters<
    NonNullable<typeof deadline.onRequest>
  >[0]);
  expect(((await asked) as Request).signal.aborted).toBe(false);
  patience.abort();
  expect(((await asked) as Request).signal.aborted).toBe(true);
  timeout.mockRestore();
});
