import type { Slice } from '@liggare/platform';
import { attendanceProjection } from './application/attendance.projection.js';
import { ballotsProjection } from './application/ballots.projection.js';
import { decisionsProjection } from './application/decisions.projection.js';
import { legalForceProjection } from './application/legal-force.projection.js';
import { mattersProjection } from './application/matters.projection.js';
import { meetingsProjection } from './application/meetings.projection.js';
import { MinutesReachDecisions } from './application/minutes-reach-decisions.policy.js';
import { decisionEvents } from './domain/decision-events.js';
import { matterEvents } from './domain/matter-events.js';
import { meetingEvents } from './domain/meeting-events.js';

/** What the decisions slice brings to the register. What rests on decisions is a projection over all slices. */
export const decisionsSlice: Slice = {
  name: 'decisions',
  catalogues: [matterEvents, meetingEvents, decisionEvents],
  projections: [
    mattersProjection,
    meetingsProjection,
    decisionsProjection,
    attendanceProjection,
    ballotsProjection,
    legalForceProjection,
  ],
  policies: [MinutesReachDecisions],
  migrations: [],
};
