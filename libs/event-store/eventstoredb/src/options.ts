import type { RecordedTimeFinding } from './recorded-time-check.js';

export interface EventStoreDbOptions {
  /**
   * Only streams whose names begin with one of these are read, whatever else the server holds. System streams and
   * events (`$…`) are never read.
   */
  readonly ownStreams?: readonly string[];
  /** Messages that a read or a subscription holds at the most. */
  readonly pageSize?: number;
  /** How long one call waits for the server to say something. */
  readonly deadlineMs?: number;
  /** How long an append or a read that fails in passing is tried again, counted from when it last got on. */
  readonly patienceMs?: number;
  /** How often a subscription to which nothing comes looks for itself whether there is something. */
  readonly probeMs?: number;
  /** Event ids of the streams last used that are held in memory, so that an append need not read its stream. */
  readonly rememberedIds?: number;
  /** How far the server's time of an event may be from its `recordedAt` before that is a finding. */
  readonly toleranceMs?: number;
  /** The stream in whose metadata the log's origin is kept. */
  readonly originStream?: string;
  /** Hears of events whose time is doubtful: once of each, while a thousand others are. */
  readonly onFinding?: (finding: RecordedTimeFinding) => void;
}

export type Settings = Required<Omit<EventStoreDbOptions, 'onFinding' | 'ownStreams'>> &
  Pick<EventStoreDbOptions, 'onFinding' | 'ownStreams'>;

export function settings(options: EventStoreDbOptions): Settings {
  return {
    pageSize: 256,
    deadlineMs: 10_000,
    patienceMs: 30_000,
    probeMs: 1_000,
    rememberedIds: 100_000,
    toleranceMs: 60_000,
    originStream: 'liggare-log',
    ...options,
  };
}
