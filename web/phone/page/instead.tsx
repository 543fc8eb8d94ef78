import { VisuallyHidden } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../../src/list/empty';
import { useSay } from '../words';

interface InsteadProps {
  icon: Icon;
  title: string;
  more: string;
  children: ReactNode;
}

/** In place of the page: why there is none, and what can be done. */
export function Instead(props: InsteadProps) {
  const say = useSay();
  return (
    <main id="page" tabIndex={-1}>
      <VisuallyHidden component="h1">{say('phone.line')}</VisuallyHidden>
      <div role="alert">
        <Empty {...props} />
      </div>
    </main>
  );
}
