import { eventFilter, type FilterRule } from '../filters.js';
import type { LogPosition } from '../log/log-position.js';
import { streams } from '../wire/messages.js';
import { attempt } from './unary.js';
import { invalidArgument, RpcError } from '../wire/rpc-errors.js';
import { streamName } from '../wire/stream-identifier.js';
import type { UuidForm } from '../wire/uuid.js';
import type { EventFilter } from '../filters.js';

/** How many events the server takes from its log at a time. Decides how often a filtered subscription tells its place. */
export const READ_BATCH = 32;

export type From<Place> = 'start' | 'end' | Place;

export interface SearchWindow {
  readonly matches: EventFilter;
  /** Events looked at per batch. */
  readonly maxSearchWindow: number;
  /** A checkpoint for every so many events looked at. */
  readonly checkpointInterval: number;
}

interface Common {
  readonly backwards: boolean;
  readonly uuids: UuidForm;
  /** From 1 on, clients are told the last revision of the stream behind its events. */
  readonly compatibility: number;
  /** `undefined`: a subscription. */
  readonly count: number | undefined;
}

export type ReadRequest = Common &
  (
    | { readonly of: 'stream'; readonly stream: string; readonly from: From<number> }
    | { readonly of: 'all'; readonly from: From<LogPosition>; readonly filter: SearchWindow | undefined }
  );

/** @throws RpcError when the request makes no sense. */
export function readRequest(message: streams.ReadReq): ReadRequest {
  const options = message.getOptions();
  if (options === undefined) throw invalidArgument('The options of the read are missing');
  const uuidOption = options.getUuidOption();
  if (uuidOption === undefined) throw invalidArgument('`uuidOption` is a required argument');
  const common: Common = {
    backwards: options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS,
    uuids: uuidOption.hasStructured() ? 'structured' : 'string',
    compatibility: options.getControlOption()?.getCompatibility() ?? 0,
    count: options.hasSubscription() ? undefined : Number(options.getCount()),
  };
  const filter = options.hasFilter() ? searchWindow(options.getFilter()!) : undefined;
  if (common.count === undefined && common.backwards) throw invalidArgument('A subscription runs forwards');
  if (options.hasAll()) return { ...common, of: 'all', from: fromPosition(options.getAll()!), filter };
  if (!options.hasStream()) throw invalidArgument('What to read is missing');
  if (filter !== undefined) throw invalidArgument('A stream is read without a filter');
  const stream = options.getStream()!;
  return { ...common, of: 'stream', stream: streamName(stream.getStreamIdentifier()), from: fromRevision(stream) };
}

function fromRevision(options: streams.ReadReq.Options.StreamOptions): From<number> {
  if (options.hasStart()) return 'start';
  return options.hasEnd() ? 'end' : Number(options.getRevision());
}

function fromPosition(options: streams.ReadReq.Options.AllOptions): From<LogPosition> {
  if (options.hasStart()) return 'start';
  const position = options.getPosition();
  if (options.hasEnd() || position === undefined) return 'end';
  return { commit: Number(position.getCommitPosition()), prepare: Number(position.getPreparePosition()) };
}

function searchWindow(filter: streams.ReadReq.Options.FilterOptions): SearchWindow {
  const onStream = filter.hasStreamIdentifier();
  const expression = onStream ? filter.getStreamIdentifier() : filter.getEventType();
  if (expression === undefined) throw invalidArgument('The filter says nothing');
  const rule: FilterRule = {
    on: onStream ? 'stream' : 'type',
    regex: expression.getRegex(),
    prefixes: expression.getPrefixList(),
  };
  const matches = attempt(() => eventFilter(rule));
  if (matches instanceof RpcError) throw matches;
  if (!filter.hasMax() && !filter.hasCount()) throw invalidArgument('The window of the filter is missing');
  const maxSearchWindow = filter.hasMax() ? filter.getMax() : READ_BATCH;
  const interval = filter.getCheckpointintervalmultiplier() * maxSearchWindow;
  return { matches, maxSearchWindow, checkpointInterval: interval };
}
