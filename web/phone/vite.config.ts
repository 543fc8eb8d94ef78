import { defineConfig } from 'vite';
import { application } from '../application.ts';

export default defineConfig(
  application({
    root: 'phone',
    out: 'phone',
    words: ['phone.', 'web.dialog.', 'web.scheme.', 'web.live.', 'web.side.'],
    base: './',
  }),
);
