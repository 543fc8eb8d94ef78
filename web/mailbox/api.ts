import { useQuery } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import type { components, paths } from '#mailbox';
import { deadline } from '../src/api/deadline';
import type { LiveSource } from '../src/api/live';
import { Refusal, besidePage, took } from '../src/side/refusal';

export type Mail = components['schemas']['Mail'];

const root = besidePage('.').replace(/\/$/, '');
const mailbox = createClient<paths>({ baseUrl: root });
mailbox.use(deadline);

export const rawAddress = (id: number) => `${root}/api/mails/${id}/raw`;

export const liveSource: LiveSource = {
  address: `${root}/api/events`,
  shownIn: { mails: ['mails'] },
};

/** The newest first; those to one address, or all. */
export const useMails = (to: string) =>
  useQuery({
    queryKey: ['mails', to],
    queryFn: () => took(mailbox.GET('/api/mails', { params: { query: to ? { to } : {} } })),
    placeholderData: (before) => before,
  });

/** The bytes of one mail, as they came; they never change. */
export const useRaw = (id: number) =>
  useQuery({
    queryKey: ['raw', id],
    queryFn: async () => {
      const response = await fetch(rawAddress(id));
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (!response.ok) throw new Refusal(response.status, '');
      return bytes;
    },
    staleTime: Infinity,
    refetchInterval: false,
  });
