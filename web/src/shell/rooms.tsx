import {
  IconCalendarExclamation,
  IconInbox,
  IconPhoneIncoming,
  type Icon,
} from '@tabler/icons-react';
import type { Session } from '../session/session';
import type { WordId } from '../words/languages';

export interface Room {
  to: string;
  name: WordId;
  icon: Icon;
}

/** The rooms that somebody may enter, the first one first. */
export function roomsOf(session: Session): Room[] {
  const board: Room = { to: '/board', name: 'web.room.board', icon: IconCalendarExclamation };
  const inbox: Room = { to: '/requests', name: 'web.room.requests', icon: IconInbox };
  const line: Room = { to: '/line', name: 'web.room.line', icon: IconPhoneIncoming };
  return session.may.see_board ? [board, inbox, line] : [inbox];
}

export function firstRoomOf(session: Session): string {
  return roomsOf(session)[0]?.to ?? '/requests';
}
