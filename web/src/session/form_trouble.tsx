import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

/** What is wrong with the whole of a form, read out when it appears. */
export function FormTrouble({ words }: { words: string | undefined }) {
  if (!words) return null;
  return (
    <Alert role="alert" color="red" variant="outline" icon={<IconAlertCircle aria-hidden />}>
      {words}
    </Alert>
  );
}
