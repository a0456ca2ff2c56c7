import {
  type Aggregate,
  type CivilDate,
  type DecisionPointRef,
  firstDay,
  type PartialDate,
  type Personal,
} from '@liggare/kernel';
import { actionPlanEvents, type ActionPlanEvent } from './action-plan-events.js';
import { decideActionPlan } from './action-plan-decide.js';
import { holdsOn } from './days.js';

export interface PlanItem {
  readonly itemId: string;
  readonly initiativeId?: string;
  readonly text: string;
  readonly bodyGroupId?: string;
  readonly bodyName?: string;
  readonly by?: PartialDate;
  readonly expectedEffect?: string;
}

/** An item as it is sent: one that is carried over from the version before says which one it is. */
export type PlainPlanItem = Omit<PlanItem, 'itemId'> & { readonly itemId?: string };

export interface PlanFacts<Item> {
  readonly title: string;
  readonly adoptedOn: PartialDate;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly restsOn?: { readonly situationReportId: string; readonly version: number };
  readonly items: readonly Item[];
  readonly documentHash?: string;
}

export interface ActionPlanVersion extends PlanFacts<PlanItem> {
  readonly versionId: string;
  readonly version: number;
  readonly basis?: DecisionPointRef;
}

export interface FollowUpFacts<Text> {
  readonly on: PartialDate;
  readonly periodFrom?: PartialDate;
  readonly periodTo?: PartialDate;
  readonly publicSummary?: string;
  readonly details?: Text;
}

export interface PlanFollowUp extends FollowUpFacts<Personal> {
  readonly followUpId: string;
  readonly basis?: DecisionPointRef;
}

export interface ActionPlanState {
  /** Empty until the first version is registered. */
  readonly id: string;
  /** In the order of registration. */
  readonly versions: readonly ActionPlanVersion[];
  readonly followUps: readonly PlanFollowUp[];
}

interface Based {
  readonly basis?: DecisionPointRef;
}

export type ActionPlanCommand =
  | (PlanFacts<PlainPlanItem> & Based & { readonly type: 'AdoptActionPlan'; readonly actionPlanId: string })
  | (PlanFacts<PlainPlanItem> & Based & { readonly type: 'ReviseActionPlan' })
  | (FollowUpFacts<string> & Based & { readonly type: 'FollowUpActionPlan' })
  | (Partial<PlanFacts<PlainPlanItem> & FollowUpFacts<string>> & {
      readonly type: 'CorrectActionPlanRegistration';
      readonly corrects: string;
      readonly withdrawn?: true;
      readonly reason?: string;
    });

/** An action plan (åtgärdsplan, lag 2023:196 5 §): a decision that rests on a version of a situation report. */
export const actionPlanAggregate: Aggregate<ActionPlanState, ActionPlanCommand, ActionPlanEvent> = {
  category: 'action-plan',
  catalogue: actionPlanEvents,
  initialState: { id: '', versions: [], followUps: [] },
  decide: decideActionPlan,
  evolve(state, event) {
    switch (event.type) {
      case 'ActionPlanAdopted': {
        const { actionPlanId: id, ...version } = event.data;
        return { ...state, id, versions: [...state.versions, version] };
      }
      case 'ActionPlanFollowedUp': {
        const { actionPlanId: _, ...followUp } = event.data;
        return { ...state, followUps: [...state.followUps, followUp] };
      }
      case 'ActionPlanRegistrationCorrected': {
        const { actionPlanId: _, corrects, reason: _why, withdrawn, ...changes } = event.data;
        const corrected = <Fact>(id: (fact: Fact) => string, facts: readonly Fact[]) =>
          facts.flatMap((fact) => (id(fact) !== corrects ? [fact] : withdrawn ? [] : [{ ...fact, ...changes }]));
        return {
          ...state,
          versions: corrected(({ versionId }) => versionId, state.versions),
          followUps: corrected(({ followUpId }) => followUpId, state.followUps),
        };
      }
      default:
        return state;
    }
  },
};

/** The version that applies on the day: of those that have begun and not ended the last decided. */
export function planOn({ versions }: ActionPlanState, day: CivilDate): ActionPlanVersion | undefined {
  return versions
    .filter(({ from, adoptedOn, to }) => holdsOn(from ?? adoptedOn, to, day) && (firstDay(adoptedOn) ?? day) <= day)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
}
