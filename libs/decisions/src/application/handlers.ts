import { NO_EVENTS, Refusal, Repository, type Executed } from '@liggare/kernel';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DecisionCommand } from '../domain/decision-commands.js';
import { decisionAggregate, type DecisionState, type Point } from '../domain/decision.js';
import { matterAggregate, type MatterState } from '../domain/matter.js';
import { meetingAggregate, type MeetingState } from '../domain/meeting.js';
import {
  ChangeDecision,
  ChangeMatter,
  ChangeMeeting,
  FindDecision,
  FindDecisionPoint,
  FindMatter,
  FindMeeting,
} from './messages.js';

@CommandHandler(ChangeMatter)
export class ChangeMatterHandler implements ICommandHandler<ChangeMatter> {
  constructor(private readonly repository: Repository) {}

  /** @throws Refusal `unknown-matter` for a link, and what the matter's own rules say */
  async execute({ id, change, context, options }: ChangeMatter): Promise<Executed<MatterState>> {
    if (change.type === 'LinkMatter') await new References(this.repository).matter(change.otherId, '/otherId');
    return this.repository.execute(matterAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeMeeting)
export class ChangeMeetingHandler implements ICommandHandler<ChangeMeeting> {
  constructor(private readonly repository: Repository) {}

  execute({ id, change, context, options }: ChangeMeeting): Promise<Executed<MeetingState>> {
    return this.repository.execute(meetingAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeDecision)
export class ChangeDecisionHandler implements ICommandHandler<ChangeDecision> {
  constructor(private readonly repository: Repository) {}

  /** @throws Refusal `unknown-…` for a reference to nothing, and what the decision's own rules say */
  async execute({ id, change, context, options }: ChangeDecision): Promise<Executed<DecisionState>> {
    await this.checkReferences(change);
    return this.repository.execute(decisionAggregate, id, change, context, options);
  }

  private async checkReferences(change: DecisionCommand): Promise<void> {
    const references = new References(this.repository);
    if ('meetingId' in change) await references.meeting(change.meetingId, '/meetingId');
    if ('matterId' in change) await references.matter(change.matterId, '/matterId');
    if ('basis' in change) await references.point(change.basis?.decisionId, change.basis?.point, '/basis');
    if (change.type === 'MarkDuplicate') await references.point(change.duplicateOf, undefined, '/duplicateOf');
    if (change.type !== 'RecordDecision') return;
    for (const [index, { decisionId, point }] of (change.refersTo ?? []).entries()) {
      await references.point(decisionId, point, `/refersTo/${index}`);
    }
  }
}

/** What is in the log stays in the log, so that no later event can make these checks wrong. */
class References {
  constructor(private readonly repository: Repository) {}

  async matter(id: string | undefined, field: string): Promise<void> {
    if (id === undefined) return;
    const { revision } = await this.repository.load(matterAggregate, id);
    if (revision === NO_EVENTS) throw new Refusal('unknown-matter', 'there is no such matter in the register', field);
  }

  async meeting(id: string | undefined, field: string): Promise<void> {
    if (id === undefined) return;
    const { revision } = await this.repository.load(meetingAggregate, id);
    if (revision === NO_EVENTS) throw new Refusal('unknown-meeting', 'there is no such meeting in the register', field);
  }

  async point(decisionId: string | undefined, point: number | undefined, field: string): Promise<void> {
    if (decisionId === undefined) return;
    const { state, revision } = await this.repository.load(decisionAggregate, decisionId);
    if (revision === NO_EVENTS)
      throw new Refusal('unknown-decision', 'there is no such decision in the register', field);
    if (point !== undefined && !state.points.some(({ number }) => number === point)) {
      throw new Refusal('unknown-decision-point', 'the decision has no such point', field);
    }
  }
}

@QueryHandler(FindMatter)
export class FindMatterHandler implements IQueryHandler<FindMatter> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindMatter): Promise<MatterState | undefined> {
    const { state, revision } = await this.repository.load(matterAggregate, id);
    return revision === NO_EVENTS ? undefined : state;
  }
}

@QueryHandler(FindMeeting)
export class FindMeetingHandler implements IQueryHandler<FindMeeting> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindMeeting): Promise<MeetingState | undefined> {
    const { state, revision } = await this.repository.load(meetingAggregate, id);
    return revision === NO_EVENTS ? undefined : state;
  }
}

@QueryHandler(FindDecision)
export class FindDecisionHandler implements IQueryHandler<FindDecision> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindDecision): Promise<DecisionState | undefined> {
    const { state, revision } = await this.repository.load(decisionAggregate, id);
    return revision === NO_EVENTS ? undefined : state;
  }
}

@QueryHandler(FindDecisionPoint)
export class FindDecisionPointHandler implements IQueryHandler<FindDecisionPoint> {
  constructor(private readonly repository: Repository) {}

  async execute({ ref }: FindDecisionPoint): Promise<Point | undefined> {
    const { state } = await this.repository.load(decisionAggregate, ref.decisionId);
    return state.points.find(({ number }) => number === ref.point);
  }
}
