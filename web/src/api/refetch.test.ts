import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { refetch } from './refetch';

/** A board whose answers wait until they are let go, each read when it was asked for. */
function board() {
  const queries = new QueryClient();
  const waiting: (() => void)[] = [];
  const world = { callOuts: 0 };
  const observer = new QueryObserver(queries, {
    queryKey: ['board'],
    queryFn: () => {
      const read = world.callOuts;
      return new Promise<number>((answer) => waiting.push(() => answer(read)));
    },
  });
  observer.subscribe(() => {});
  const letGo = async () => {
    waiting.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  return { queries, world, waiting, letGo, shown: () => observer.getCurrentResult().data };
}

test('what changed while it was fetched for the first time is fetched once more', async () => {
  const { queries, world, letGo, shown } = board();
  world.callOuts = 1;
  refetch(queries, ['board']);
  await letGo();
  await letGo();
  expect(shown()).toBe(1);
});

test('what is shown already is fetched anew at once', async () => {
  const { queries, world, letGo, shown } = board();
  await letGo();
  expect(shown()).toBe(0);
  world.callOuts = 1;
  refetch(queries, ['board', 'board']);
  await letGo();
  expect(shown()).toBe(1);
});

test('what is not named stays as it is', async () => {
  const { queries, waiting, letGo } = board();
  await letGo();
  refetch(queries, ['inbox']);
  expect(waiting.length).toBe(0);
});
