import { AsOfResolver, Roles } from '@liggare/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PlanRegisters } from '../application/plan-registers.js';
import { ComplianceQuery } from './coordination.dto.js';
import { ComplianceBody } from './plan-pages.dto.js';

/** Is the municipality in line with the act? */
@ApiTags('Frågor · Answers')
@Controller('v1/compliance')
export class ComplianceController {
  constructor(
    private readonly registers: PlanRegisters,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('sfs-2023-196')
  @ApiOperation({ summary: 'Lag (2023:196), krav för krav, en viss dag · The act, demand by demand, on a day' })
  @ApiOkResponse({ type: ComplianceBody })
  async compliance(@Query() query: ComplianceQuery) {
    const asOf = await this.asOf.resolve(query);
    const items = await this.registers.compliance(asOf, query.counting);
    return { act: 'SFS 2023:196', counting: query.counting, items, asOf: asOf.echo };
  }
}
