import type { Database } from '@liggare/database';
import { NO_EVENTS, Refusal, Repository, type Executed } from '@liggare/kernel';
import { READ_DATABASE } from '@liggare/platform';
import { Inject } from '@nestjs/common';
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
  FindDecisionsOfMeeting,
  FindEntitiesRestingOn,
  FindMatter,
  FindMeeting,
} from './messages.js';
import { checkFilled, checkNamed } from './named-references.js';
import { References } from './references.js';

@CommandHandler(ChangeMatter)
export class ChangeMatterHandler implements ICommandHandler<ChangeMatter> {
  constructor(
    private readonly repository: Repository,
    private readonly references: References,
  ) {}

  /** @throws Refusal `unknown-matter` for a link, and what the matter's own rules say */
  async execute({ id, change, context, options }: ChangeMatter): Promise<Executed<MatterState>> {
    if (change.type === 'LinkMatter') await this.references.check('matter', change.otherId, '/otherId');
    return this.repository.execute(matterAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeMeeting)
export class ChangeMeetingHandler implements ICommandHandler<ChangeMeeting> {
  constructor(
    private readonly repository: Repository,
    private readonly references: References,
  ) {}

  /** @throws Refusal `unknown-group`, `unknown-person` for what is not in the register, and what the meeting's own rules say */
  async execute({ id, change, context, options }: ChangeMeeting): Promise<Executed<MeetingState>> {
    if ('organ' in change) await this.references.check('group', change.organ?.groupId, '/organ/groupId');
    if (change.type === 'RecordAttendance' || change.type === 'CorrectAttendanceRegistration') {
      await checkNamed(this.references, change);
    }
    return this.repository.execute(meetingAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeDecision)
export class ChangeDecisionHandler implements ICommandHandler<ChangeDecision> {
  constructor(
    private readonly repository: Repository,
    private readonly references: References,
  ) {}

  /** @throws Refusal `unknown-…` for a reference to nothing, and what the decision's own rules say */
  async execute({ id, change, context, options }: ChangeDecision): Promise<Executed<DecisionState>> {
    await this.checkReferences(id, change);
    return this.repository.execute(decisionAggregate, id, change, context, options);
  }

  private async checkReferences(id: string, change: DecisionCommand): Promise<void> {
    const { references } = this;
    if ('organ' in change) await references.check('group', change.organ?.groupId, '/organ/groupId');
    if ('meetingId' in change) await references.check('meeting', change.meetingId, '/meetingId');
    if ('matterId' in change) await references.check('matter', change.matterId, '/matterId');
    if ('basis' in change) await references.point(change.basis, '/basis');
    if ('partyIds' in change) await references.checkAll('party', change.partyIds, '/partyIds');
    if ('personIds' in change) await references.checkAll('person', change.personIds, '/personIds');
    if ('to' in change) await references.check('group', change.to?.groupId, '/to/groupId');
    if (change.type === 'RecordBallot' || change.type === 'CorrectBallotRegistration')
      await checkNamed(references, change);
    if (change.type === 'RecordElection' || change.type === 'CorrectElectionRegistration') {
      await checkNamed(references, change);
      await checkFilled(references, change);
    }
    if (change.type === 'MarkDuplicate') await this.checkHolds(id, change.duplicateOf);
    if (change.type !== 'RecordDecision') return;
    for (const [index, { decisionId, point }] of (change.refersTo ?? []).entries()) {
      const field = `/refersTo/${index}`;
      if (point === undefined) await references.decision(decisionId, field);
      else await references.point({ decisionId, point }, field);
    }
  }

  /** Two entries cannot each hold in the other's place. */
  private async checkHolds(id: string, duplicateOf: string): Promise<void> {
    const other = await this.references.decision(duplicateOf, '/duplicateOf');
    if (other.duplicateOf === id) {
      throw new Refusal('duplicate-of-each-other', 'that entry is marked as a duplicate of this one', '/duplicateOf');
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
    return revision === NO_EVENTS || state.registeredInError ? undefined : state;
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

@QueryHandler(FindDecisionsOfMeeting)
export class FindDecisionsOfMeetingHandler implements IQueryHandler<FindDecisionsOfMeeting> {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async execute({ meetingId }: FindDecisionsOfMeeting): Promise<readonly string[]> {
    const { rows } = await this.database.query<{ decision_id: string }>(
      `select decision_id from decisions.decision
       where recorded_to is null and $1 in (meeting_id, reported_meeting_id) order by decision_id`,
      [meetingId],
    );
    return rows.map((row) => row.decision_id);
  }
}

@QueryHandler(FindEntitiesRestingOn)
export class FindEntitiesRestingOnHandler implements IQueryHandler<FindEntitiesRestingOn> {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async execute({ ref, category }: FindEntitiesRestingOn): Promise<readonly string[]> {
    const { rows } = await this.database.query<{ entity_id: string }>(
      `select distinct entity_id from dependents.dependent
       where decision_id = $1 and point = $2 and entity_type = $3 order by entity_id`,
      [ref.decisionId, ref.point, category],
    );
    return rows.map((row) => row.entity_id);
  }
}
