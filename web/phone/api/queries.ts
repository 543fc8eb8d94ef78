import { useQuery } from '@tanstack/react-query';
import { took } from '../../src/side/refusal';
import { isOver } from '../call/calls';
import { desk } from './desk';

export const useLineQuery = () =>
  useQuery({
    queryKey: ['line'],
    queryFn: () => took(desk.GET('/api/line')),
    staleTime: Infinity,
    refetchInterval: false,
  });

/** The newest calls of every telephone. */
export const useCalls = () =>
  useQuery({
    queryKey: ['calls'],
    queryFn: () => took(desk.GET('/api/calls')),
    refetchInterval: 5000,
    select: ({ calls }) => calls,
  }).data;

/** One call as it is now. The stream says that it has changed; the poll is for a stream that is cut. */
export const useCall = (sid: string | undefined) =>
  useQuery({
    queryKey: ['call', sid],
    queryFn: () => took(desk.GET('/api/calls/{sid}', { params: { path: { sid: sid ?? '' } } })),
    enabled: sid !== undefined,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 450),
  });

/** Of one telephone with the line, oldest first; of every one without a number. */
export const useMessages = (number?: string) =>
  useQuery({
    queryKey: ['messages', number],
    queryFn: () =>
      took(desk.GET('/api/messages', { params: { query: number ? { with: number } : {} } })),
    select: ({ messages }) => messages,
  }).data;

/** Webhooks, oldest first; of one call or message, or all. */
export const useWire = (subject: string | undefined) =>
  useQuery({
    queryKey: ['wire', subject],
    queryFn: () => took(desk.GET('/api/wire', { params: { query: subject ? { subject } : {} } })),
    select: ({ exchanges }) => exchanges,
  }).data;

export const useComplaints = () =>
  useQuery({
    queryKey: ['complaints'],
    queryFn: () => took(desk.GET('/api/complaints')),
    select: ({ complaints }) => complaints,
  }).data;

export const useClock = () =>
  useQuery({ queryKey: ['clock'], queryFn: () => took(desk.GET('/api/clock')) }).data;
