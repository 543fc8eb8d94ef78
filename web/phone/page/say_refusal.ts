import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { Refusal } from '../../src/side/refusal';
import { useSay } from '../words';

/** Shows why something was not done; the desk's own sentence names the remedy, in English. */
export function useSayRefusal(): (error: unknown) => void {
  const say = useSay();
  return useCallback(
    (error) => {
      const detail = error instanceof Refusal && error.status > 0 ? error.detail : '';
      notifications.show({
        color: 'red',
        title: say(detail ? 'phone.refused' : 'phone.unreachable'),
        message: detail || say('phone.unreachable.more'),
        closeButtonProps: { 'aria-label': say('phone.notice.close') },
      });
    },
    [say],
  );
}
