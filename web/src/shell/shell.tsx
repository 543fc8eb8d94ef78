import { AppShell, Center, Group, Loader, NavLink, Text } from '@mantine/core';
import { Suspense } from 'react';
import { NavLink as RoomLink, Outlet, useLocation } from 'react-router';
import { useSession } from '../session/session';
import { useWords } from '../words/words';
import { FreshnessNote } from './freshness_note';
import { roomsOf, type Room } from './rooms';
import classes from './shell.module.css';
import { UserMenu } from './user_menu';

function SideRooms({ rooms }: { rooms: Room[] }) {
  const say = useWords();
  const { pathname } = useLocation();
  return rooms.map((room) => (
    <NavLink
      key={room.to}
      component={RoomLink}
      to={room.to}
      label={say(room.name)}
      active={pathname.startsWith(room.to)}
      leftSection={<room.icon size={20} stroke={1.75} aria-hidden />}
    />
  ));
}

function TabRooms({ rooms }: { rooms: Room[] }) {
  const say = useWords();
  return (
    <div className={classes.tabs}>
      {rooms.map((room) => (
        <RoomLink key={room.to} to={room.to} className={classes.tab ?? ''}>
          <room.icon size={22} stroke={1.75} aria-hidden />
          {say(room.name)}
        </RoomLink>
      ))}
    </div>
  );
}

/** What stands around every page: the organization, the rooms, whoever is signed in. */
export function Shell() {
  const say = useWords();
  const session = useSession();
  const rooms = roomsOf(session);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 'calc(60px + env(safe-area-inset-bottom))', sm: 0 } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a href="#page" className={classes.skip}>
        {say('web.shell.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px={{ base: 'sm', sm: 'lg' }} justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <img src="/icon.svg" alt="" width={28} height={28} />
            <Text fw={650} truncate>
              {session.organization}
            </Text>
          </Group>
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" visibleFrom="sm" aria-label={say('web.shell.rooms')}>
        <SideRooms rooms={rooms} />
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1}>
        <FreshnessNote />
        <Suspense
          fallback={
            <Center mih={200}>
              <Loader />
            </Center>
          }
        >
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <AppShell.Footer hiddenFrom="sm">
        <nav aria-label={say('web.shell.rooms')} style={{ height: '100%' }}>
          <TabRooms rooms={rooms} />
        </nav>
      </AppShell.Footer>
    </AppShell>
  );
}
