import {
  type Aggregate,
  type CivilDate,
  type DecisionPointRef,
  firstDay,
  type PartialDate,
  type Personal,
  sealedText,
  tidied,
  tidyList,
  withoutUndefined,
} from '@liggare/kernel';
import { checkFields, checkNew, checkOrder, checkRegistered, unknownFact } from './checks.js';
import type { ReportPart } from './plans-vocabulary.js';
import { situationReportEvents, type SituationReportEvent } from './situation-report-events.js';

interface PartFacts<Text> {
  readonly part: ReportPart;
  readonly publicSummary?: string;
  readonly details?: Text;
  readonly secrecy?: string;
}

interface ReportFacts<Text> {
  readonly title: string;
  readonly adoptedOn: PartialDate;
  readonly describesFrom?: PartialDate;
  readonly describesTo?: PartialDate;
  readonly areas: readonly string[];
  readonly parts: readonly PartFacts<Text>[];
  readonly problemIds: readonly string[];
  readonly documentHash?: string;
}

/** One version of the report: it is updated by a new one, and what an earlier one said stays. */
export interface SituationReportVersion extends ReportFacts<Personal> {
  readonly versionId: string;
  readonly version: number;
  readonly basis?: DecisionPointRef;
}

export interface SituationReportState {
  /** Empty until the first version is registered. */
  readonly id: string;
  /** In the order of registration. */
  readonly versions: readonly SituationReportVersion[];
}

export type SituationReportCommand =
  | (ReportFacts<string> & { readonly type: 'BeginSituationReport'; readonly situationReportId: string } & Based)
  | (ReportFacts<string> & { readonly type: 'UpdateSituationReport' } & Based)
  | (Partial<ReportFacts<string>> & {
      readonly type: 'CorrectSituationReportRegistration';
      readonly corrects: string;
      readonly withdrawn?: true;
      readonly reason?: string;
    });

interface Based {
  readonly basis?: DecisionPointRef;
}

/** A situation report (lägesbild, lag 2023:196 4 §) through its versions. */
export const situationReportAggregate: Aggregate<SituationReportState, SituationReportCommand, SituationReportEvent> = {
  category: 'situation-report',
  catalogue: situationReportEvents,
  initialState: { id: '', versions: [] },
  decide(state, command, context) {
    if (command.type === 'CorrectSituationReportRegistration') return correct(state, command);
    const id = command.type === 'BeginSituationReport' ? command.situationReportId : state.id;
    if (command.type === 'BeginSituationReport') checkNew(state.id, 'situation report');
    else checkRegistered(state.id, 'situation report');
    checkOrder(command.describesFrom, command.describesTo, '/describesTo');
    const data = {
      ...{ situationReportId: id, versionId: context.id(0), version: nextVersion(state) },
      ...contentOf(id, command),
      ...withoutUndefined({ basis: command.basis }),
    };
    return [{ type: 'SituationReportAdopted', data: data as never }];
  },
  evolve(state, event) {
    if (event.type === 'SituationReportAdopted') {
      const { situationReportId: id, ...version } = event.data;
      return { id, versions: [...state.versions, version] };
    }
    const { corrects, situationReportId: _, reason: _why, withdrawn, ...changes } = event.data;
    return {
      ...state,
      versions: state.versions.flatMap((version) => {
        if (version.versionId !== corrects) return [version];
        return withdrawn ? [] : [{ ...version, ...changes }];
      }),
    };
  },
};

/** The version that holds on the day: of those adopted by then the last. */
export function versionOn({ versions }: SituationReportState, day: CivilDate): SituationReportVersion | undefined {
  return versions
    .filter(({ adoptedOn }) => (firstDay(adoptedOn) ?? day) <= day)
    .toSorted((a, b) => order(a).localeCompare(order(b)))
    .at(-1);
}

function order({ adoptedOn, version }: SituationReportVersion): string {
  return `${firstDay(adoptedOn) ?? ''} ${String(version).padStart(9, '0')}`;
}

function correct(
  state: SituationReportState,
  command: Extract<SituationReportCommand, { type: 'CorrectSituationReportRegistration' }>,
): readonly SituationReportEvent[] {
  checkRegistered(state.id, 'situation report');
  const { type: _, corrects, withdrawn, reason, ...given } = command;
  const version = state.versions.find(({ versionId }) => versionId === corrects) ?? unknownFact('situation report');
  if (withdrawn) checkFields(given, []);
  const merged = { ...version, ...withoutUndefined(given) };
  checkOrder(merged.describesFrom, merged.describesTo, '/describesTo');
  const data = {
    ...{ situationReportId: state.id, corrects, ...contentOf(state.id, given) },
    ...withoutUndefined({ withdrawn, reason: sealedText(state.id, reason) }),
  };
  return [{ type: 'SituationReportRegistrationCorrected', data }];
}

function contentOf(id: string, facts: Partial<ReportFacts<string>>) {
  const { title, adoptedOn, describesFrom, describesTo, areas, parts, problemIds, documentHash } = facts;
  return withoutUndefined({
    ...{ title: tidied(title), adoptedOn, describesFrom, describesTo, documentHash },
    areas: areas && tidyList(areas),
    problemIds: problemIds && [...new Set(problemIds)],
    parts: parts?.map(({ part, publicSummary, details, secrecy }) => ({
      part,
      ...withoutUndefined({ publicSummary: tidied(publicSummary), details: sealedText(id, details), secrecy }),
    })),
  });
}

/** Numbers are not given twice, not even of a version that was withdrawn: the next is one more than the highest. */
function nextVersion({ versions }: SituationReportState): number {
  return Math.max(0, ...versions.map(({ version }) => version)) + 1;
}
