import type { Policy, PolicyCommand, RecordedEvent } from '@liggare/kernel';
import { READ_MODELS, type ReadModels } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { placeOf } from '../domain/decision-place.js';
import type { DecisionState } from '../domain/decision.js';
import { followMinutes, type FollowMinutes } from '../domain/follow-minutes.js';
import { minutesEvents } from '../domain/minutes-events.js';
import { minutesOf } from '../domain/minutes-state.js';
import { ChangeDecision, FindDecision, FindDecisionsOfMeeting, FindMeeting } from './messages.js';

/** How long a reaction waits for the read model before it fails and is tried again. */
const PATIENCE_MS = 30_000;

const OF_MEETINGS: readonly string[] = minutesEvents.map(({ type }) => type);
/** After these a decision may stand in other minutes than before. */
const OF_DECISIONS = ['DecisionRecorded', 'DecisionRefined', 'DecisionRegistrationCorrected', 'DecisionReported'];

/** What can move a decision to other minutes; what names none of it moves nothing. */
const MOVES = ['meetingId', 'paragraph', 'clears'] as const;

/**
 * A meeting's minutes are adjusted and announced in sets of paragraphs, and the time to appeal runs for each decision:
 * every decision of the meeting is told what the sets come to for its paragraph, also one that is registered, or comes to
 * stand there, afterwards. It is told how things are now, not what was just said, so that the order does not matter; the
 * trail has the meeting's event as the cause.
 */
@Injectable()
export class MinutesReachDecisions implements Policy {
  readonly name = 'minutes-reach-decisions';
  static readonly handles = [...OF_MEETINGS, ...OF_DECISIONS];
  readonly handles = MinutesReachDecisions.handles;

  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly queries: QueryBus,
  ) {}

  async react(event: RecordedEvent): Promise<readonly PolicyCommand[]> {
    if (!OF_MEETINGS.includes(event.type)) return this.late(event);
    const { meetingId } = event.data as { meetingId: string };
    // Decisions recorded before the set must be visible, or one could be missed. Those recorded later are met by themselves.
    if (!(await this.readModels.waitFor(event.position, PATIENCE_MS))) throw new Error('the read models lag behind');
    const ids = await this.queries.execute(new FindDecisionsOfMeeting(meetingId));
    const commands: PolicyCommand[] = [];
    for (const id of ids) {
      const decision = await this.queries.execute(new FindDecision(id));
      // One that stands in other minutes by now is met by the event that moved it.
      if (decision && placeOf(decision)?.meetingId === meetingId) commands.push(...(await this.tell(decision)));
    }
    return commands;
  }

  private async late({ type, stream, ...event }: RecordedEvent): Promise<readonly PolicyCommand[]> {
    const data = event.data as object;
    if (!MOVES.some((name) => name in data)) return [];
    if (type === 'DecisionRecorded' && !('meetingId' in data)) return [];
    const decision = await this.queries.execute(new FindDecision(stream.slice('decision-'.length)));
    return decision ? this.tell(decision) : [];
  }

  private async tell(decision: DecisionState): Promise<readonly PolicyCommand[]> {
    const place = placeOf(decision);
    const meeting = place && (await this.queries.execute(new FindMeeting(place.meetingId)));
    const minutes = meeting ? minutesOf(meeting, place.paragraph) : { notices: [] };
    const change: FollowMinutes = { type: 'FollowMinutes', ...(meeting && { meetingId: meeting.id }), ...minutes };
    if (followMinutes(decision, change).length === 0) return [];
    return [
      {
        key: decision.id,
        message: (context) => new ChangeDecision(decision.id, change, context, { expected: 'existing' }),
      },
    ];
  }
}
