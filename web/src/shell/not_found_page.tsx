import { Anchor, Container, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useSession } from '../session/session';
import { useWords } from '../words/words';
import { usePageTitle } from './page_title';

/** Also for what the reader may not see: it does not exist for them. */
export function NotFoundPage() {
  const say = useWords();
  usePageTitle(say('web.not_found.title'), useSession().organization);
  return (
    <Container size="xs" py="xl">
      <Title order={1} size="h2">
        {say('web.not_found.title')}
      </Title>
      <Text my="md">{say('web.not_found.why')}</Text>
      <Anchor component={Link} to="/requests">
        {say('web.not_found.way')}
      </Anchor>
    </Container>
  );
}
