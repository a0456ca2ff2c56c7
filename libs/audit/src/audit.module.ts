import { Module } from '@nestjs/common';
import { Anchors } from './application/anchors.js';
import { AuditLog } from './application/audit-log.js';
import { ReplayJobs } from './application/replay-jobs.js';
import { Samples } from './application/samples.js';
import { AnchorsController } from './http/anchors.controller.js';
import { AuditController } from './http/audit.controller.js';
import { QuestionsController } from './http/questions.controller.js';
import { ReplayController } from './http/replay.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { WhyController } from './http/why.controller.js';

/** The audit trail, and the auditor's questions, over HTTP. */
@Module({
  controllers: [
    AnchorsController,
    AuditController,
    QuestionsController,
    ReplayController,
    ReportsController,
    WhyController,
  ],
  providers: [Anchors, AuditLog, ReplayJobs, Samples],
  exports: [Anchors, AuditLog],
})
export class AuditModule {}
