import { auditSampleAggregate, auditSlice, auditTrailProjection, stateDigestAggregate } from '@liggare/audit';
import type { MigrationSet, Transaction } from '@liggare/database';
import {
  decisionAggregate,
  decisionsSlice,
  dependentsProjection,
  matterAggregate,
  meetingAggregate,
} from '@liggare/decisions';
import { eventStoreMigrations } from '@liggare/event-store-postgres';
import { findingAggregate, findingsSlice } from '@liggare/findings';
import { groupAggregate, groupsSlice } from '@liggare/groups';
import { importAggregate, importsSlice } from '@liggare/imports';
import {
  areaAggregate,
  indicatorAggregate,
  initiativeAggregate,
  initiativesSlice,
  problemAggregate,
} from '@liggare/initiatives';
import { EventCatalogue, type Projection } from '@liggare/kernel';
import {
  erasureAggregate,
  partyAggregate,
  peopleSlice,
  personAggregate,
  sealedValuesProjection,
} from '@liggare/people';
import {
  actionPlanAggregate,
  agreementAggregate,
  coordinationAggregate,
  plansSlice,
  situationReportAggregate,
} from '@liggare/plans';
import { platformMigrations, type Slice } from '@liggare/platform';
import { transparencyMigrations } from '@liggare/transparency';
import { PROJECTION_CATEGORY, projectionCatalogue, projectionMigrations } from '@liggare/projections';

/** The slices of this register. A new one is added here, and to {@link RegisterModule}. */
export const slices: readonly Slice[] = [
  peopleSlice,
  decisionsSlice,
  groupsSlice,
  initiativesSlice,
  plansSlice,
  findingsSlice,
  importsSlice,
  auditSlice,
];

/** The streams of the register begin with these; a slice with a new aggregate adds its own. */
export const ownStreams: readonly string[] = [
  ...[
    personAggregate,
    partyAggregate,
    erasureAggregate,
    matterAggregate,
    meetingAggregate,
    decisionAggregate,
    groupAggregate,
    problemAggregate,
    initiativeAggregate,
    indicatorAggregate,
    areaAggregate,
    situationReportAggregate,
    actionPlanAggregate,
    agreementAggregate,
    coordinationAggregate,
    findingAggregate,
    importAggregate,
    stateDigestAggregate,
    auditSampleAggregate,
  ].map(({ category }) => `${category}-`),
  `${PROJECTION_CATEGORY}-`,
];

/** Every event the register can hold. */
export const catalogues: readonly EventCatalogue[] = [
  ...slices.flatMap((slice) => slice.catalogues),
  projectionCatalogue,
];

const eventTypes = slices.flatMap((slice) => slice.catalogues).flatMap((catalogue) => catalogue.types);

/** Every read model: those of the slices, and those that look at the events of all. */
export const projections: readonly Projection<Transaction>[] = [
  ...slices.flatMap((slice) => slice.projections),
  sealedValuesProjection(eventTypes),
  dependentsProjection(eventTypes),
  auditTrailProjection([...eventTypes, ...projectionCatalogue.types]),
];

export const migrations: readonly MigrationSet[] = [
  eventStoreMigrations,
  projectionMigrations,
  platformMigrations,
  transparencyMigrations,
  ...slices.flatMap((slice) => slice.migrations),
];
