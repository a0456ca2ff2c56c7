import { decisionAggregate, legalForceOf, type DecisionState } from '@liggare/decisions';
import {
  NO_EVENTS,
  NotFound,
  Repository,
  streamName,
  type CivilDate,
  type DecisionPointRef,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '@liggare/kernel';
import { EVENT_STORE, READ_DATABASE, type AsOf } from '@liggare/platform';
import type { Database } from '@liggare/database';
import { Inject, Injectable } from '@nestjs/common';
import type { Vacancy } from '../domain/composition.js';
import { decidersOf, type Deciders } from '../domain/deciders.js';
import { groupEvents } from '../domain/events.js';
import { groupAggregate } from '../domain/group.js';
import { membershipStory, type Chapter } from '../domain/membership-story.js';
import type { GroupState } from '../domain/state.js';
import type { SeatKind } from '../domain/vocabulary.js';
import { compositionAt } from './composition-at.js';
import { listGroups } from './list-groups.js';

/** What the minutes are, that a chapter rests on. */
export interface Paper {
  readonly decisionId: string;
  readonly point: number;
  readonly organGroupId?: string;
  readonly organName?: string;
  readonly decidedOn: string;
  readonly paragraph?: string;
  readonly registryNumber?: string;
  readonly meetingId?: string;
}

export type ToldChapter = Chapter & {
  readonly summary: { readonly sv: string; readonly en: string };
  readonly paper?: Paper;
};

export interface ListedVacancy extends Vacancy {
  readonly groupId: string;
  readonly groupName: string;
  readonly kind: SeatKind;
}

/** Groups are read this many at a time when all of them are asked about. */
const GROUPS_AT_A_TIME = 200;

/** Questions that secretaries and auditors ask of groups, answered from the log as of a day and as known then. */
@Injectable()
export class Answers {
  constructor(
    private readonly repository: Repository,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly database: Database,
  ) {}

  /** Who could lawfully decide on the day. @throws NotFound there was no such group */
  async deciders(groupId: string, { validAt, knownAt }: Pick<AsOf, 'validAt' | 'knownAt'>): Promise<Deciders> {
    const { state } = await this.group(groupId, knownAt);
    const decisions = new Map<string, DecisionState>();
    for (const { basis } of state.appointments) {
      if (!basis || decisions.has(basis.decisionId)) continue;
      const decision = await this.decision(basis, knownAt);
      if (decision) decisions.set(basis.decisionId, decision);
    }
    const standing = (basis: DecisionPointRef, day: CivilDate) => {
      const decision = decisions.get(basis.decisionId);
      return decision && legalForceOf(decision, basis.point, day);
    };
    const deciders = decidersOf(groupId, state, validAt, (basis) => standing(basis, validAt));
    if (!deciders) throw new NotFound('group', groupId);
    return deciders;
  }

  /** Why and when somebody became a member of a group and ceased to be. */
  async story(groupId: string, personId: string, { knownAt }: Pick<AsOf, 'knownAt'>): Promise<readonly ToldChapter[]> {
    const { state } = await this.group(groupId, knownAt);
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readStream(streamName(groupAggregate.category, groupId))) {
      if (knownAt !== undefined && event.position > knownAt) break;
      const data = groupEvents.upcast(event.type, event.metadata.schemaVersion, event.data).data;
      events.push({ ...event, data });
    }
    const chapters: ToldChapter[] = [];
    for (const chapter of membershipStory(personId, events, state)) {
      const paper = chapter.basis && (await this.paper(chapter.basis, knownAt));
      const { summary } = groupEvents.definition(chapter.type);
      chapters.push({ ...chapter, summary, ...(paper ? { paper } : {}) });
    }
    return chapters;
  }

  /** Every empty seat of every group that exists on the day, since when, and why as far as that is known. */
  async vacancies(asOf: Pick<AsOf, 'validAt' | 'knownAt'>): Promise<readonly ListedVacancy[]> {
    const found: ListedVacancy[] = [];
    for (let offset = 0; ; offset += GROUPS_AT_A_TIME) {
      const page = { limit: GROUPS_AT_A_TIME, offset };
      const { items } = await listGroups(this.database, asOf, { existing: true }, page);
      for (const { id, name } of items) {
        const composition = await compositionAt(this.database, id, asOf);
        const seatings = composition && { member: composition.members, substitute: composition.substitutes };
        for (const [kind, { vacancies }] of Object.entries(seatings ?? {})) {
          const named = { groupId: id, groupName: name, kind: kind as SeatKind };
          found.push(...vacancies.map((vacancy) => ({ ...named, ...vacancy })));
        }
      }
      if (items.length < GROUPS_AT_A_TIME) return found;
    }
  }

  private async group(id: string, knownAt: Position | undefined): Promise<{ readonly state: GroupState }> {
    const loaded = await this.repository.load(groupAggregate, id, knownAt);
    if (loaded.revision === NO_EVENTS) throw new NotFound('group', id);
    return loaded;
  }

  private async decision(basis: DecisionPointRef, knownAt: Position | undefined): Promise<DecisionState | undefined> {
    const { state, revision } = await this.repository.load(decisionAggregate, basis.decisionId, knownAt);
    return revision === NO_EVENTS ? undefined : state;
  }

  private async paper(basis: DecisionPointRef, knownAt: Position | undefined): Promise<Paper | undefined> {
    const decision = await this.decision(basis, knownAt);
    if (!decision) return undefined;
    const { organ, decidedOn, paragraph, registryNumber, meetingId } = decision;
    return {
      ...{ decisionId: basis.decisionId, point: basis.point, decidedOn },
      ...(organ?.groupId === undefined ? {} : { organGroupId: organ.groupId }),
      ...(organ?.name === undefined ? {} : { organName: organ.name }),
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(registryNumber === undefined ? {} : { registryNumber }),
      ...(meetingId === undefined ? {} : { meetingId }),
    };
  }
}
