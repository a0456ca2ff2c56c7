import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ImportReports } from './application/import-reports.js';
import { ImportRunner } from './application/import-runner.js';
import { Imports } from './application/imports.js';
import { ImportTemplatesController } from './http/import-templates.controller.js';
import { ImportsController } from './http/imports.controller.js';

/** Imports over HTTP; what was under way goes on when the module starts. */
@Module({
  imports: [CqrsModule],
  controllers: [ImportTemplatesController, ImportsController],
  providers: [Imports, ImportReports, ImportRunner],
})
export class ImportsModule {}
