import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from '../shell/page_title';
import { languages, names } from '../words/languages';
import { useLanguage, useWords } from '../words/words';
import classes from './session_frame.module.css';

function LanguageSwitch() {
  const say = useWords();
  const { language, choose } = useLanguage();
  return (
    <fieldset className={classes.languages} aria-label={say('web.sign_in.languages')}>
      {languages.map((each) => (
        <Button
          key={each}
          lang={each}
          variant="subtle"
          color="gray"
          className={classes.language ?? ''}
          aria-pressed={each === language}
          onClick={() => choose(each)}
        >
          {names[each]}
        </Button>
      ))}
    </fieldset>
  );
}

/** The page before anybody is signed in: one card, and the language. */
export function SessionFrame({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title, 'Callout');
  return (
    <div className={classes.page}>
      <main className={classes.column}>
        <Group gap="xs" justify="center" mb="lg">
          <img src="/icon.svg" alt="" width={32} height={32} />
          <Text fw={650} size="lg">
            Callout
          </Text>
        </Group>
        <Paper className={classes.card ?? ''} withBorder radius="lg">
          <Stack gap="lg">
            <Title order={1} size="h3">
              {title}
            </Title>
            {children}
          </Stack>
        </Paper>
        <LanguageSwitch />
      </main>
    </div>
  );
}
