import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import { changedFields } from './changed-fields.js';
import type {
  AttachStatement,
  CorrectStatementRegistration,
  RefineStatement,
  StatementCommand,
  StatementPaper,
} from './decision-commands.js';
import type { DecisionEvent } from './decision-events.js';
import type { DecisionState, Statement } from './decision.js';
import { pointOf } from './point-decide.js';
import { sealedUnder } from './sealed-under.js';

/** @throws Refusal `unknown-point`, `unknown-statement` */
export function decideStatement(
  state: DecisionState,
  command: StatementCommand,
  context: DecideContext,
): readonly DecisionEvent[] {
  if (command.point !== undefined) pointOf(state, command.point);
  switch (command.type) {
    case 'AttachStatement':
      return attach(state, command, context);
    case 'RefineStatement': {
      const sourceNote = sealedUnder(state.id)(command.sourceNote);
      const said = { ...changedStatement(state, command), ...withoutUndefined({ sourceNote }) };
      if (Object.keys(said).length === 0) return [];
      return [{ type: 'StatementRefined', data: { ...named(state, command), ...said } }];
    }
    case 'CorrectStatementRegistration': {
      const withdrawn = command.withdrawn === true ? ({ withdrawn: true } as const) : {};
      const said = { ...changedStatement(state, command), ...withdrawn };
      if (Object.keys(said).length === 0) return [];
      const reason = sealedUnder(state.id)(command.reason);
      const data = { ...named(state, command), ...said, ...withoutUndefined({ reason }) };
      return [{ type: 'StatementRegistrationCorrected', data }];
    }
  }
}

function attach(state: DecisionState, command: AttachStatement, context: DecideContext): readonly DecisionEvent[] {
  const { kind, partyIds, personIds } = command;
  const authors = { partyIds: [...partyIds], personIds: [...personIds] };
  const data = { decisionId: state.id, statementId: context.id(0), kind, ...authors, ...paperOf(state.id, command) };
  return [{ type: 'StatementAttached', data }];
}

type ChangeStatement = RefineStatement | CorrectStatementRegistration;

function changedStatement(state: DecisionState, command: ChangeStatement) {
  const { kind, partyIds, personIds } = command;
  return changedFields(statementOf(state, command.statementId), {
    ...withoutUndefined({ kind, partyIds: partyIds && [...partyIds], personIds: personIds && [...personIds] }),
    ...paperOf(state.id, command),
  });
}

function paperOf(decisionId: string, { point, filedOn, documentHash, signatory, text }: StatementPaper) {
  const sealed = sealedUnder(decisionId);
  return withoutUndefined({ point, filedOn, documentHash, signatory: sealed(signatory), text: sealed(text) });
}

function named(state: DecisionState, { statementId }: ChangeStatement) {
  return { decisionId: state.id, statementId };
}

function statementOf(state: DecisionState, statementId: string): Statement {
  const found = state.statements.find((statement) => statement.statementId === statementId);
  if (!found) throw new Refusal('unknown-statement', 'the decision has no such statement', '/statementId');
  return found;
}
