import { Loader } from '@mantine/core';
import { IconArrowLeft, IconMailOff, IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { Empty } from '../src/list/empty';
import { Segments } from '../src/list/segments';
import { useRaw, type Mail } from './api';
import { MailFrame } from './mail_frame';
import { kilobytes } from './mail_list';
import classes from './mail_view.module.css';
import { read, type Enclosed, type ReadMail } from './reading';
import { useSay } from './words';

type Shape = 'html' | 'text' | 'raw';
const shapes: readonly Shape[] = ['html', 'text', 'raw'];

function save({ name, type, bytes }: Enclosed) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function Attachment({ enclosed }: { enclosed: Enclosed }) {
  const say = useSay();
  return (
    <button type="button" className={classes.enclosed} onClick={() => save(enclosed)}>
      <IconPaperclip size={16} stroke={2} aria-hidden />
      <span>{enclosed.name}</span>
      <span className={classes.size}>
        {say('mailbox.kilobytes', { size: kilobytes(enclosed.bytes.length) })}
      </span>
    </button>
  );
}

function Facts({ mail, message }: { mail: Mail; message: ReadMail }) {
  const say = useSay();
  const { formatDate } = useIntl();
  const rows = [
    ['mailbox.from', message.from || mail.from],
    ['mailbox.to', message.to || mail.to.join(', ')],
    ['mailbox.copies', message.copies],
    ['mailbox.received', formatDate(mail.received, { dateStyle: 'full', timeStyle: 'short' })],
  ] as const;
  return (
    <dl className={classes.facts}>
      {rows.map(([word, value]) =>
        value ? (
          <div key={word}>
            <dt>{say(word)}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Plain({ words, name }: { words: string; name: string }) {
  return (
    <pre
      className={classes.plain}
      aria-label={name}
      dir="auto"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
      tabIndex={0}
    >
      {words}
    </pre>
  );
}

function Shown({ shape, message, raw }: { shape: Shape; message: ReadMail; raw: Uint8Array }) {
  const say = useSay();
  const source = useMemo(() => new TextDecoder().decode(raw), [raw]);
  if (shape === 'raw') return <Plain words={source} name={say('mailbox.shape.raw')} />;
  const body = shape === 'html' ? message.html : message.text;
  if (body === undefined) return <p className={classes.none}>{say('mailbox.no_part')}</p>;
  if (shape === 'text') return <Plain words={body} name={say('mailbox.shape.text')} />;
  return <MailFrame html={body} />;
}

/** Where the mail takes the list's place, the focus goes to it. */
const isNarrow = () => globalThis.matchMedia('(max-width: 48em)').matches;

function Message({ mail, raw }: { mail: Mail; raw: Uint8Array }) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  const [wanted, setWanted] = useState<Shape>();
  const { data: message } = useQuery({
    queryKey: ['read', mail.id, mail.received],
    queryFn: () => read(raw),
    staleTime: Infinity,
    refetchInterval: false,
  });
  const isRead = message !== undefined;
  useEffect(() => {
    if (isRead && isNarrow()) title.current?.focus();
  }, [isRead]);
  if (!message) return <Loader />;
  const shape = wanted ?? (message.html === undefined ? 'text' : 'html');
  return (
    <>
      <h2 className={classes.subject} dir="auto" ref={title} tabIndex={-1}>
        {message.subject || say('mailbox.no_subject')}
      </h2>
      <Facts mail={mail} message={message} />
      {message.enclosed.length > 0 && (
        <ul className={classes.attachments} aria-label={say('mailbox.attachments')}>
          {message.enclosed.map((enclosed, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a mail does not change
            <li key={index}>
              <Attachment enclosed={enclosed} />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.shapes}>
        <Segments
          name={say('mailbox.shape')}
          value={shape}
          choose={setWanted}
          choices={shapes.map((value) => ({ value, word: say(`mailbox.shape.${value}`) }))}
        />
      </div>
      <Shown shape={shape} message={message} raw={raw} />
    </>
  );
}

/** One mail, opened. */
export function MailView({ mail }: { mail: Mail }) {
  const say = useSay();
  const { data: raw, error } = useRaw(mail.id);
  return (
    <article className={classes.mail} aria-label={mail.subject || say('mailbox.no_subject')}>
      <a className={classes.back} href="#list">
        <IconArrowLeft size={18} stroke={2} aria-hidden />
        {say('mailbox.back')}
      </a>
      {error ? (
        <Empty icon={IconMailOff} title={say('mailbox.gone')} more={say('mailbox.gone.more')} />
      ) : raw ? (
        <Message mail={mail} raw={raw} />
      ) : (
        <Loader />
      )}
    </article>
  );
}
