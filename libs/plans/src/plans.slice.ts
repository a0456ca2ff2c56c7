import type { Slice } from '@liggare/platform';
import {
  actionPlansProjection,
  agreementsProjection,
  coordinationProjection,
  situationReportsProjection,
} from './application/listed.projection.js';
import { actionPlanEvents } from './domain/action-plan-events.js';
import { agreementEvents } from './domain/agreement-events.js';
import { coordinationEvents } from './domain/coordination-events.js';
import { situationReportEvents } from './domain/situation-report-events.js';

/** What the plans slice brings to the register. */
export const plansSlice: Slice = {
  name: 'plans',
  catalogues: [situationReportEvents, actionPlanEvents, agreementEvents, coordinationEvents],
  projections: [situationReportsProjection, actionPlansProjection, agreementsProjection, coordinationProjection],
  policies: [],
  migrations: [],
};
