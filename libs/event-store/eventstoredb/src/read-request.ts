import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Direction, Position } from '@liggare/kernel';
import type { ServerFilter } from './own-filter.js';
import { unpacked } from './packed-position.js';

const { FORWARDS, BACKWARDS } = streamsPb.ReadReq.Options.ReadDirection;

/** A server takes no larger number than its `long.MaxValue`. */
const ALL = '9223372036854775807';

/** How many events without a match the server looks through at once, and after how many it says where it is. */
const SEARCH_WINDOW = 1_000;

/** @param from undefined: from the beginning, or backwards from the end */
export function streamRequest(stream: string, from: bigint | undefined, direction: Direction, limit: number): ReadReq {
  const options = new streamsPb.ReadReq.Options.StreamOptions().setStreamIdentifier(
    new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream)),
  );
  if (from !== undefined) options.setRevision(from.toString());
  else if (direction === 'forwards') options.setStart(new sharedPb.Empty());
  else options.setEnd(new sharedPb.Empty());
  return request(counted(limit).setStream(options).setNoFilter(new sharedPb.Empty()), direction);
}

/** @param from where the server begins; whether the event there is in the answer is for the reader to look at */
export function allRequest(
  from: Position | undefined,
  direction: Direction,
  limit: number,
  filter: ServerFilter,
): ReadReq {
  const options = counted(limit).setFilter(filterOptions(filter));
  return request(options.setAll(allOptions(from, direction)), direction);
}

/** The events after a position and those that come. */
export function subscribeRequest(after: Position, filter: ServerFilter): ReadReq {
  const options = new streamsPb.ReadReq.Options()
    .setSubscription(new streamsPb.ReadReq.Options.SubscriptionOptions())
    .setFilter(filterOptions(filter));
  return request(options.setAll(allOptions(after, 'forwards')), 'forwards');
}

function request(options: ReadReq.Options, direction: Direction): ReadReq {
  const ids = new streamsPb.ReadReq.Options.UUIDOption().setString(new sharedPb.Empty());
  options
    .setReadDirection(direction === 'forwards' ? FORWARDS : BACKWARDS)
    .setResolveLinks(false)
    .setUuidOption(ids);
  return new streamsPb.ReadReq().setOptions(options);
}

function counted(limit: number): ReadReq.Options {
  return new streamsPb.ReadReq.Options().setCount(Number.isFinite(limit) ? String(limit) : ALL);
}

function allOptions(from: Position | undefined, direction: Direction): ReadReq.Options.AllOptions {
  const options = new streamsPb.ReadReq.Options.AllOptions();
  if (from === undefined && direction === 'backwards') return options.setEnd(new sharedPb.Empty());
  const at = from === undefined ? undefined : unpacked(from);
  if (!at) return options.setStart(new sharedPb.Empty());
  return options.setPosition(
    new streamsPb.ReadReq.Options.Position().setCommitPosition(`${at.commit}`).setPreparePosition(`${at.prepare}`),
  );
}

function filterOptions(filter: ServerFilter): ReadReq.Options.FilterOptions {
  const expression = new streamsPb.ReadReq.Options.FilterOptions.Expression();
  if ('regex' in filter) expression.setRegex(filter.regex);
  else expression.setPrefixList([...filter.prefixes]);
  const options = new streamsPb.ReadReq.Options.FilterOptions()
    .setMax(SEARCH_WINDOW)
    .setCheckpointintervalmultiplier(1);
  return filter.on === 'stream' ? options.setStreamIdentifier(expression) : options.setEventType(expression);
}
