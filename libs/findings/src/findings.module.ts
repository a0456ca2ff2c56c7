import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { FindingRegister } from './application/finding-register.js';
import { ChangeFindingHandler } from './application/handlers.js';
import { FindingsController } from './http/findings.controller.js';

/** Findings over HTTP and on the buses. */
@Module({
  imports: [CqrsModule],
  controllers: [FindingsController],
  providers: [ChangeFindingHandler, FindingRegister],
})
export class FindingsModule {}
