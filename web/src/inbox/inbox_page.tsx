import { VisuallyHidden } from '@mantine/core';
import { useRef } from 'react';
import { ListRoom } from '../list/list_room';
import { Loading } from '../list/loading';
import { More } from '../list/more';
import { useSession } from '../session/session';
import { usePageTitle } from '../shell/page_title';
import { Trouble } from '../shell/trouble';
import { useWords } from '../words/words';
import { withoutRepeats } from './days';
import { FilterBar } from './filter_bar';
import { isFiltered, noFilters } from './filters';
import classes from './inbox.module.css';
import { KeysHelp } from './keys_help';
import { NoRequests, RequestList } from './request_list';
import { useLetterKeys, useRowKeys } from './row_keys';
import { useFilters } from './use_filters';
import { useInbox } from './use_inbox';

type Inbox = ReturnType<typeof useInbox>;

function Requests({ inbox, clear }: { inbox: Inbox; clear: (() => void) | undefined }) {
  const say = useWords();
  const {
    data,
    error,
    isPlaceholderData,
    hasNextPage,
    isFetchingNextPage,
    fetchNextPage,
    refetch,
  } = inbox;
  const list = useRef<HTMLDivElement>(null);
  const [letters] = useLetterKeys();
  useRowKeys(list, letters);
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Loading />;
  const entries = withoutRepeats(data.pages.flatMap((page) => page.items));
  return (
    <>
      <VisuallyHidden>
        <output>{!isPlaceholderData && say('web.list.shown', { count: entries.length })}</output>
      </VisuallyHidden>
      <div
        ref={list}
        className={`${classes.days} ${isPlaceholderData ? classes.old : ''}`}
        aria-busy={isPlaceholderData}
      >
        {entries.length === 0 ? <NoRequests clear={clear} /> : <RequestList entries={entries} />}
      </div>
      <More has={hasNextPage} isComing={isFetchingNextPage} fetch={fetchNextPage} />
    </>
  );
}

/** Every request and call-out that the reader may see, newest first. */
export function InboxPage() {
  const say = useWords();
  const [filters, change] = useFilters();
  const [letters, setLetters] = useLetterKeys();
  const inbox = useInbox(filters);
  usePageTitle(say('web.room.requests'), useSession().organization);
  return (
    <ListRoom
      title={say('web.room.requests')}
      beside={<KeysHelp letters={letters} setLetters={setLetters} />}
    >
      <FilterBar filters={filters} change={change} />
      <Requests inbox={inbox} clear={isFiltered(filters) ? () => change(noFilters) : undefined} />
    </ListRoom>
  );
}
