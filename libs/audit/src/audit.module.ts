import { Module } from '@nestjs/common';
import { AuditLog } from './application/audit-log.js';
import { AuditController } from './http/audit.controller.js';
import { QuestionsController } from './http/questions.controller.js';

/** The audit trail, and the auditor's questions, over HTTP. */
@Module({ controllers: [AuditController, QuestionsController], providers: [AuditLog], exports: [AuditLog] })
export class AuditModule {}
