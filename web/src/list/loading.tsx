import { Skeleton, Stack, Title } from '@mantine/core';

const rows = ['a', 'b', 'c', 'd', 'e'];

/** The shape of the rows that are coming; with the page's title where the page does not stand yet. */
export function Loading({ title }: { title?: string }) {
  return (
    <Stack aria-busy gap={10} mt={title ? 0 : 'lg'}>
      {title && (
        <Title order={1} size={24}>
          {title}
        </Title>
      )}
      {rows.map((row) => (
        <Skeleton key={row} height={76} radius="md" />
      ))}
    </Stack>
  );
}
