import { Module } from '@nestjs/common';
import { AuditLog } from './application/audit-log.js';
import { ReplayJobs } from './application/replay-jobs.js';
import { Samples } from './application/samples.js';
import { AuditController } from './http/audit.controller.js';
import { QuestionsController } from './http/questions.controller.js';
import { ReplayController } from './http/replay.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { WhyController } from './http/why.controller.js';

/** The audit trail, and the auditor's questions, over HTTP. */
@Module({
  controllers: [AuditController, QuestionsController, ReplayController, ReportsController, WhyController],
  providers: [AuditLog, ReplayJobs, Samples],
  exports: [AuditLog],
})
export class AuditModule {}
