import { AsOfQuery, AsOfResolver, Inside, Roles } from '@liggare/platform';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DependentsGraph } from '../application/dependents-graph.js';
import { DependentsOfPointBody } from './dependents-views.dto.js';
import { ParsePoint } from './parse-point.js';

/** What rests on one decision point, from decision to decision. */
@ApiTags('Beslut · Decisions')
@Controller('v1/decisions')
export class DependentsController {
  constructor(
    private readonly graph: DependentsGraph,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id/points/:point/dependents')
  @ApiOperation({
    summary: 'Vad som vilar på en punkt, även genom följdbeslut · What rests on a point, also by follow-on decisions',
  })
  @ApiOkResponse({ type: DependentsOfPointBody })
  async dependents(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('point', ParsePoint) point: number,
    @Query() query: AsOfQuery,
    @Inside() inside: boolean,
  ) {
    const asOf = await this.asOf.resolve(query);
    return { ...(await this.graph.of(id, point, asOf, inside)), asOf: asOf.echo };
  }
}
