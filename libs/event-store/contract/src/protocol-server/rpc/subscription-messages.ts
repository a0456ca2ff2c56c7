import { freshId } from '@liggare/kernel';
import type { LogPosition } from '../log/log-position.js';
import { streams } from '../wire/messages.js';

/** A live subscription that gets further behind than this falls back to catching up, and says so. */
export const LIVE_BUFFER = 32;

export function confirmation(): streams.ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(freshId());
  return new streams.ReadResp().setConfirmation(confirmed);
}

export function caughtUp(): streams.ReadResp {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}

export function fellBehind(): streams.ReadResp {
  return new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind());
}

export function checkpoint(position: LogPosition): streams.ReadResp {
  const place = new streams.ReadResp.Checkpoint();
  place.setCommitPosition(String(position.commit));
  place.setPreparePosition(String(position.prepare));
  return new streams.ReadResp().setCheckpoint(place);
}
