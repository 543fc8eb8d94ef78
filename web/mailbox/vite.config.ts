import { defineConfig } from 'vite';
import { application } from '../application.ts';

export default defineConfig(
  application({
    root: 'mailbox',
    out: 'mailbox',
    words: ['mailbox.', 'web.dialog.', 'web.scheme.', 'web.live.', 'web.side.'],
    base: './',
  }),
);
