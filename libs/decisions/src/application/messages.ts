import type { CommandContext, DecisionPointRef, ExecuteOptions, Executed } from '@liggare/kernel';
import { Command, Query } from '@nestjs/cqrs';
import type { DecisionCommand } from '../domain/decision-commands.js';
import type { DecisionState, Point } from '../domain/decision.js';
import type { MatterCommand, MatterState } from '../domain/matter.js';
import type { MeetingCommand, MeetingState } from '../domain/meeting.js';

export class ChangeMatter extends Command<Executed<MatterState>> {
  constructor(
    readonly id: string,
    readonly change: MatterCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

export class ChangeMeeting extends Command<Executed<MeetingState>> {
  constructor(
    readonly id: string,
    readonly change: MeetingCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

export class ChangeDecision extends Command<Executed<DecisionState>> {
  constructor(
    readonly id: string,
    readonly change: DecisionCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

/** The matter with this id, from the log; undefined when there is none. */
export class FindMatter extends Query<MatterState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}

/** The meeting with this id, from the log; undefined when there is none. */
export class FindMeeting extends Query<MeetingState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}

/** The decision with this id, from the log; undefined when there is none. */
export class FindDecision extends Query<DecisionState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}

/**
 * Ids, in order, of the decisions that are made at a meeting or reported to it, as far as the read model has come. Those
 * whose registration proved wrong are left out.
 */
export class FindDecisionsOfMeeting extends Query<readonly string[]> {
  constructor(readonly meetingId: string) {
    super();
  }
}

/** The decision point, from the log; undefined when there is none. For other slices' reference checks. */
export class FindDecisionPoint extends Query<Point | undefined> {
  constructor(readonly ref: DecisionPointRef) {
    super();
  }
}

/**
 * The entities of a category (`group`, `initiative` …) that ever had an event with this basis, as ids in order: what a
 * judgment about the point concerns. As far as the read model has come.
 */
export class FindEntitiesRestingOn extends Query<readonly string[]> {
  constructor(
    readonly ref: DecisionPointRef,
    readonly category: string,
  ) {
    super();
  }
}
