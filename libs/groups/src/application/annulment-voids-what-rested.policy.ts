import { FindDecision, FindEntitiesRestingOn } from '@liggare/decisions';
import type { CivilDate, DecisionPointRef, Policy, PolicyCommand, RecordedEvent } from '@liggare/kernel';
import { READ_MODELS, type ReadModels } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { GroupCommand } from '../domain/commands.js';
import { groupEvents } from '../domain/events.js';
import { ChangeGroup } from './messages.js';

/** How long a reaction waits for the read model before it fails and is tried again. */
const PATIENCE_MS = 30_000;

const OF_DECISIONS = ['PointsAnnulled', 'AnnulmentBecameFinal', 'AnnulmentRegisteredInError'] as const;
/** What is registered of a group afterwards may rest on a point that was annulled long ago. */
const OF_GROUPS = groupEvents.types.filter((type) => !type.startsWith('BasisAnnul'));

interface Judgment {
  readonly decisionId: string;
  readonly points: readonly number[];
  readonly finalOn?: CivilDate;
}

/**
 * A court annulled points of a decision and the judgment is final: every group in which something rested on them is told
 * (edge cases 3 and 4). What that means is the group's affair, and in its trail: `BasisAnnulled` names what rested on
 * the point and was caused by the judgment.
 */
@Injectable()
export class AnnulmentVoidsWhatRested implements Policy {
  readonly name = 'annulment-voids-what-rested';
  static readonly handles = [...OF_DECISIONS, ...OF_GROUPS];
  readonly handles = AnnulmentVoidsWhatRested.handles;

  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly queries: QueryBus,
  ) {}

  async react(event: RecordedEvent): Promise<readonly PolicyCommand[]> {
    if (!(OF_DECISIONS as readonly string[]).includes(event.type)) return this.late(event);
    const { decisionId, points, finalOn } = event.data as Judgment;
    const retracted = event.type === 'AnnulmentRegisteredInError';
    if (finalOn === undefined && !retracted) return [];
    // What was recorded before the judgment must be visible, or a group could be missed.
    if (!(await this.readModels.waitFor(event.position, PATIENCE_MS))) throw new Error('the read models lag behind');
    const commands = points.map(async (point) => {
      const groups = await this.queries.execute(new FindEntitiesRestingOn({ decisionId, point }, 'group'));
      return groups.map((groupId) => {
        if (finalOn === undefined) return command(groupId, { type: 'RetractAnnulment', decisionId, point });
        return command(groupId, { type: 'AnnulBasis', decisionId, point, finalOn });
      });
    });
    return (await Promise.all(commands)).flat();
  }

  private async late({ stream, data }: RecordedEvent): Promise<readonly PolicyCommand[]> {
    const { basis } = data as { basis?: DecisionPointRef };
    if (!basis) return [];
    const decision = await this.queries.execute(new FindDecision(basis.decisionId));
    const final = decision?.annulments.find((a) => a.finalOn !== undefined && a.points.includes(basis.point));
    if (final?.finalOn === undefined) return [];
    return [command(stream.slice('group-'.length), { type: 'AnnulBasis', ...basis, finalOn: final.finalOn })];
  }
}

function command(groupId: string, change: Extract<GroupCommand, DecisionPointRef>): PolicyCommand {
  return {
    key: `${groupId} ${change.point}`,
    message: (context) => new ChangeGroup(groupId, change, context, { expected: 'existing' }),
  };
}
