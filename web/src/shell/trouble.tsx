import { Alert, Button, Container, Stack } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { codeOf } from '../api/problem';
import { useWords, useWordsOfCode } from '../words/words';

/** In place of what could not be fetched: what happened, and another try. */
export function Trouble({ error, again }: { error: unknown; again: () => void }) {
  const say = useWords();
  const sayCode = useWordsOfCode();
  return (
    <Container size="xs" py="xl">
      <Alert
        color="red"
        variant="outline"
        icon={<IconCloudOff aria-hidden />}
        title={say('web.trouble.title')}
        role="alert"
      >
        <Stack align="flex-start">
          {sayCode('web.problem', codeOf(error), 'web.problem.trouble')}
          <Button variant="default" onClick={again}>
            {say('web.trouble.again')}
          </Button>
        </Stack>
      </Alert>
    </Container>
  );
}
