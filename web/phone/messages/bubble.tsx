import { IconAlertCircle, IconPhoto } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Message } from '../api/desk';
import { useSay, type PhoneWordId } from '../words';
import { VisuallyHidden } from '@mantine/core';
import { useWordsOfCode } from '../../src/words/words';
import { isLost, isSent } from './thread';
import { pictureOf } from './pictures';
import classes from './bubble.module.css';

/** A picture that was attached here is shown; of others the desk keeps only what they are. */
function Picture({ message, index }: { message: Message; index: number }) {
  const say = useSay();
  const mine = pictureOf(message.sid, index);
  if (mine) return <img className={classes.picture} src={mine} alt={say('phone.text.picture')} />;
  return (
    <span className={classes.attachment}>
      <IconPhoto size={17} stroke={1.75} aria-hidden />
      {say('phone.text.picture')}
    </span>
  );
}

function Trouble({ message }: { message: Message }) {
  const sayCode = useWordsOfCode<PhoneWordId>();
  const say = useSay();
  const code = String(message.error_code ?? '');
  return (
    <span className={classes.trouble}>
      <IconAlertCircle size={15} stroke={2} aria-hidden />
      <span>
        {sayCode('phone.text.error', code, 'phone.text.error.other')}
        {code && ` ${say('phone.text.error.code', { code })}`}
      </span>
    </span>
  );
}

/** One text, at the side of whoever sent it. */
export function Bubble({ message }: { message: Message }) {
  const say = useSay();
  const sayCode = useWordsOfCode<PhoneWordId>();
  const { formatTime } = useIntl();
  const sent = isSent(message);
  return (
    <li className={classes.message} data-sent={sent || undefined}>
      <VisuallyHidden>{say(sent ? 'phone.text.you' : 'phone.text.line')}</VisuallyHidden>
      {message.media.map(({ sid }, index) => (
        <Picture key={sid} message={message} index={index} />
      ))}
      {message.body && (
        <p className={classes.bubble} data-lost={isLost(message) || undefined} dir="auto">
          {message.body}
        </p>
      )}
      <span className={classes.under}>
        <time dateTime={message.created}>
          {formatTime(message.created, { hour: 'numeric', minute: '2-digit' })}
        </time>
        {' · '}
        {sayCode('phone.text.status', message.status, 'phone.text.status.other')}
      </span>
      {isLost(message) && <Trouble message={message} />}
    </li>
  );
}
