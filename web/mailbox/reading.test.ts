import { expect, test } from 'vitest';
import { framed, knowsDark, read } from './reading';

const raw = (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'));

const whole = raw(`From: Callout <callout@example.org>
To: Ana Reyes <ana@example.org>, boss@example.org
Subject: =?utf-8?Q?Ma=C3=B1ana?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=m

--m
Content-Type: multipart/related; boundary=r

--r
Content-Type: multipart/alternative; boundary=a

--a
Content-Type: text/plain; charset=utf-8

Plain words

--a
Content-Type: text/html; charset=utf-8

<p>Words <img src="cid:logo@callout"></p>
--a--
--r
Content-Type: image/png
Content-ID: <logo@callout>
Content-Transfer-Encoding: base64

iVBORw==
--r--
--m
Content-Type: text/calendar; method=REQUEST
Content-Disposition: attachment; filename=absence.ics

BEGIN:VCALENDAR
END:VCALENDAR
--m--
`);

test('a mail is read: who, what, both bodies, what is attached', async () => {
  const mail = await read(whole);
  expect(mail.from).toBe('Callout <callout@example.org>');
  expect(mail.to).toBe('Ana Reyes <ana@example.org>, boss@example.org');
  expect(mail.subject).toBe('Mañana');
  expect(mail.text).toBe('Plain words');
  expect(mail.enclosed.map(({ name, type }) => [name, type])).toEqual([
    ['absence.ics', 'text/calendar'],
  ]);
  expect(new TextDecoder().decode(mail.enclosed[0]?.bytes)).toContain('BEGIN:VCALENDAR');
});

test('pictures that travel with the mail are shown where they belong', async () => {
  expect((await read(whole)).html).toContain('src="data:image/png;base64,iVBORw=="');
});

test('a mail of words alone has no HTML', async () => {
  const mail = await read(raw('Subject: Hi\n\nJust words\n'));
  expect(mail.html).toBeUndefined();
  expect(mail.text).toBe('Just words');
});

test('only a mail that says so is shown in the dark', () => {
  expect(knowsDark('<style>@media (prefers-color-scheme: dark) {}</style>')).toBe(true);
  expect(knowsDark('<meta name="color-scheme" content="light dark" />')).toBe(true);
  expect(knowsDark('<meta name="color-scheme" content="light" /><p>dark</p>')).toBe(false);
});

test('links lead out of the frame', () => {
  expect(framed('<html><head lang="en"><title>x</title></head></html>')).toBe(
    '<html><head lang="en"><base target="_blank"><title>x</title></head></html>',
  );
  expect(framed('<p>x</p>')).toBe('<base target="_blank"><p>x</p>');
});

test('players are left out, the link beside them stays', () => {
  expect(framed('<audio controls src="http://x/a"></audio><a href="http://x">Listen</a>')).toBe(
    '<base target="_blank"><a href="http://x">Listen</a>',
  );
});
