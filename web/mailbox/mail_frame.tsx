import { useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import classes from './mail_frame.module.css';
import { framed, knowsDark } from './reading';
import { useSay } from './words';

/** What the page shows, whichever way it was chosen. */
function useIsDark(): boolean {
  const { colorScheme } = useMantineColorScheme();
  const device = useMediaQuery('(prefers-color-scheme: dark)');
  return colorScheme === 'auto' ? device : colorScheme === 'dark';
}

/** As high as what is in it; again when a picture has come or the frame has another width. */
function follow(frame: HTMLIFrameElement, setHeight: (height: number) => void): () => void {
  const inside = frame.contentDocument;
  if (!inside?.documentElement) return () => {};
  const measure = () => setHeight(Math.ceil(inside.documentElement.getBoundingClientRect().height));
  const watch = new ResizeObserver(measure);
  watch.observe(inside.documentElement);
  measure();
  return () => watch.disconnect();
}

/**
 * The mail's own HTML, without scripts, forms or anything from elsewhere: the frame's sandbox and the page's content
 * security policy see to it. It has the page's origin only so that its height can be read; no script of its own runs
 * that could use it.
 */
export function MailFrame({ html }: { html: string }) {
  const say = useSay();
  const isDark = useIsDark() && knowsDark(html);
  const [height, setHeight] = useState(320);
  const forget = useRef<() => void>(undefined);
  return (
    <iframe
      className={classes.frame}
      // The scheme of the frame is what the mail's own media queries see.
      style={{
        height,
        colorScheme: isDark ? 'dark' : 'light',
        background: isDark ? '#1b1d20' : '#fff',
      }}
      title={say('mailbox.frame')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={framed(html)}
      onLoad={({ currentTarget }) => {
        forget.current?.();
        forget.current = follow(currentTarget, setHeight);
      }}
    />
  );
}
