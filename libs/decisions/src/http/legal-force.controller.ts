import { withoutUndefined } from '@liggare/kernel';
import { AsOfResolver, paged, Roles } from '@liggare/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LegalForceRegister } from '../application/legal-force-register.js';
import { LegalForcePage, LegalForceQuery } from './legal-force-views.dto.js';

/** Which points gained legal force when, and which are under appeal. */
@ApiTags('Beslut · Decisions')
@Controller('v1/legal-force')
export class LegalForceController {
  constructor(
    private readonly register: LegalForceRegister,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Laga kraft och överklaganden · Legal force and appeals' })
  @ApiOkResponse({ type: LegalForcePage })
  async list(@Query() query: LegalForceQuery) {
    const asOf = await this.asOf.resolve(query);
    const { gainedFrom, gainedTo, underAppealOn } = query;
    const filter = withoutUndefined({ gainedFrom, gainedTo, underAppealOn });
    const { items, total } = await this.register.list(asOf, filter, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }
}
