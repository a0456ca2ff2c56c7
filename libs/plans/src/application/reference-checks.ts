import { ReferenceChecks } from '@liggare/initiatives';
import { NO_EVENTS, Refusal } from '@liggare/kernel';
import { Injectable } from '@nestjs/common';
import { situationReportAggregate } from '../domain/situation-report.js';

/** What plans refer to, besides what initiatives do. */
@Injectable()
export class PlanReferences extends ReferenceChecks {
  /** @throws Refusal `unknown-situation-report` there is no such report, or no such version of it */
  async reportVersion(restsOn: { situationReportId: string; version: number } | undefined): Promise<void> {
    if (!restsOn) return;
    const { state, revision } = await this.repository.load(situationReportAggregate, restsOn.situationReportId);
    if (revision !== NO_EVENTS && state.versions.some(({ version }) => version === restsOn.version)) return;
    throw new Refusal('unknown-situation-report', 'there is no such version of a situation report', '/restsOn');
  }
}
