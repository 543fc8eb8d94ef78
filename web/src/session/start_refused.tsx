import { Button, Code, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useWords } from '../words/words';

/** The link is no good: why, and what helps. */
export function StartRefused({ why }: { why: 'used' | 'no_link' }) {
  const say = useWords();
  return (
    <Stack role="alert">
      <Text>{say(`web.start.${why}_why`)}</Text>
      <Text>{say('web.start.remedy')}</Text>
      <Code block>callout admin-link</Code>
      <Button variant="default" component={Link} to="/board">
        {say('web.start.have_account')}
      </Button>
    </Stack>
  );
}
