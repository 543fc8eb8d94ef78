import { expect, test } from 'vitest';
import { isXml, prettyXml, tokensOf } from './xml';

const twiml =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Gather action="/a?b=1&amp;c=2" numDigits="4"><Say>Hi &amp; bye</Say></Gather><Hangup/></Response>';

test('each element has its line, one with words only stays on it', () => {
  expect(prettyXml(twiml)).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Response>',
      '  <Gather action="/a?b=1&amp;c=2" numDigits="4">',
      '    <Say>Hi &amp; bye</Say>',
      '  </Gather>',
      '  <Hangup/>',
      '</Response>',
    ].join('\n'),
  );
});

test('an empty element is not torn apart, and what is indented already is not indented twice', () => {
  expect(prettyXml('<Response></Response>')).toBe('<Response></Response>');
  expect(prettyXml(prettyXml(twiml))).toBe(prettyXml(twiml));
});

test('what is no XML is left readable', () => {
  expect(prettyXml('just words')).toBe('just words');
  expect(prettyXml('<Response><Say>unclosed')).toContain('unclosed');
  expect(prettyXml('')).toBe('');
  expect(isXml('text/xml; charset=utf-8')).toBe(true);
  expect(isXml('text/html')).toBe(false);
  expect(isXml(undefined)).toBe(false);
});

test('colours change no letter', () => {
  const pretty = prettyXml(twiml);
  const tokens = tokensOf(pretty);
  expect(tokens.map(({ words }) => words).join('')).toBe(pretty);
  expect(tokens).toContainEqual({ kind: 'name', words: 'numDigits' });
  expect(tokens).toContainEqual({ kind: 'value', words: '"4"' });
  expect(tokens).toContainEqual({ kind: 'text', words: 'Hi &amp; bye' });
});
