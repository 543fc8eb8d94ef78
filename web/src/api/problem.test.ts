import { expect, test, vi } from 'vitest';
import { take } from './client';
import { ProblemError, codeOf } from './problem';

const answered = (status: number, error?: unknown, data?: unknown) =>
  Promise.resolve({ response: new Response(null, { status }), error, data });

test('a problem document is thrown with its code', async () => {
  const problem = { type: '/problems/decided-meanwhile', title: 'Decided', status: 412, by: 'Bea' };
  const thrown = await take(answered(412, problem)).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(ProblemError);
  expect(codeOf(thrown)).toBe('decided-meanwhile');
  expect((thrown as ProblemError).problem.by).toBe('Bea');
});

test('what is no problem document is trouble', async () => {
  const thrown = await take(answered(500, '<html>')).catch((error: unknown) => error);
  expect(codeOf(thrown)).toBe('trouble');
  expect((thrown as ProblemError).problem.status).toBe(500);
});

test('a page of a proxy does not say that nothing was done', async () => {
  const thrown = await take(answered(502, '<html>')).catch((error: unknown) => error);
  expect(codeOf(thrown)).toBe('unreachable');
});

test('a failed answer without a body is not taken for data', async () => {
  expect(codeOf(await take(answered(503)).catch((error: unknown) => error))).toBe('unreachable');
});

test('no answer at all is told from a bad one', async () => {
  const lost = take(Promise.reject(new TypeError('Failed to fetch')));
  expect(codeOf(await lost.catch((error: unknown) => error))).toBe('unreachable');
});

test('only what was asked without a network is said not to have been sent', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const lost = take(Promise.reject(new TypeError('Failed to fetch')));
  vi.unstubAllGlobals();
  expect(codeOf(await lost.catch((error: unknown) => error))).toBe('offline');
});

test('an answer without content is data', async () => {
  await expect(take(answered(204))).resolves.toBeUndefined();
});
