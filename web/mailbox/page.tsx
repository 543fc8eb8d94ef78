import { IconInbox, IconMail, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../src/list/announcer';
import { Empty } from '../src/list/empty';
import { SmallButton } from '../src/list/small_button';
import { SideBar } from '../src/side/side_bar';
import { AddressFilter } from './address_filter';
import { useMails, type Mail } from './api';
import icon from './icon.svg';
import { MailRow } from './mail_row';
import { MailView } from './mail_view';
import classes from './page.module.css';
import { useOpenedId, useOpenedMails } from './use_opened';
import { useSay } from './words';

/** Tells of a mail that comes while the page is open. */
function useNewestTold(mails: readonly Mail[] | undefined) {
  const say = useSay();
  const announce = useAnnounce();
  const newest = mails?.[0];
  const id = mails && (newest?.id ?? 0);
  const told = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return;
    if (newest && told.current !== undefined && id > told.current) {
      announce(say('mailbox.came', { subject: newest.subject }));
    }
    told.current = id;
  }, [id, newest, announce, say]);
}

function Nothing({ to, all }: { to: string; all: () => void }) {
  const say = useSay();
  return (
    <Empty
      icon={IconInbox}
      title={say(to ? 'mailbox.empty_for' : 'mailbox.empty', { to })}
      more={say('mailbox.empty.more')}
    >
      {to && <SmallButton onClick={all}>{say('mailbox.all')}</SmallButton>}
    </Empty>
  );
}

/** The mails at the left, the open one at the right; on a phone one or the other. */
export function Page() {
  const say = useSay();
  const [to, setTo] = useState('');
  const { data, error, refetch } = useMails(to);
  const openedId = useOpenedId();
  const { isOpened, open } = useOpenedMails();
  const opened = data?.mails.find(({ id }) => id === openedId);
  useNewestTold(data?.mails);
  useEffect(() => {
    if (opened) open(opened);
  }, [opened, open]);
  // Going back on a phone: to the row from which it was opened.
  const lastId = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (openedId === undefined && lastId.current !== undefined) {
      document.querySelector<HTMLElement>(`a[href="#${lastId.current}"]`)?.focus();
    }
    lastId.current = openedId;
  }, [openedId]);
  const unread = data?.mails.filter((mail) => !isOpened(mail)).length ?? 0;
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${say('mailbox.title')} · Callout`;
  }, [unread, say]);

  return (
    <div className={classes.page}>
      <SideBar icon={icon} title={say('mailbox.title')} note={say('mailbox.note')} />
      <main
        id="page"
        tabIndex={-1}
        className={classes.columns}
        data-open={opened ? true : undefined}
      >
        <section className={classes.list} aria-label={say('mailbox.list')}>
          {data && <AddressFilter addresses={data.addresses} to={to} choose={setTo} />}
          {!data && error && (
            <Empty
              icon={IconPlugConnectedX}
              title={say('mailbox.unreachable')}
              more={say('mailbox.unreachable.more')}
            >
              <SmallButton onClick={() => void refetch()}>{say('mailbox.again')}</SmallButton>
            </Empty>
          )}
          {data?.mails.length === 0 && <Nothing to={to} all={() => setTo('')} />}
          {data && data.mails.length > 0 && (
            <ul className={classes.rows} aria-label={say('mailbox.list')}>
              {data.mails.map((mail) => (
                <MailRow
                  key={mail.id}
                  mail={mail}
                  isOpen={mail.id === openedId}
                  isNew={!isOpened(mail)}
                />
              ))}
            </ul>
          )}
        </section>
        <section className={classes.open} aria-label={say('mailbox.opened')}>
          {opened ? (
            <MailView key={opened.id} mail={opened} />
          ) : (
            <Empty
              icon={IconMail}
              title={say('mailbox.none_open')}
              more={say('mailbox.none_open.more')}
            />
          )}
        </section>
      </main>
    </div>
  );
}
