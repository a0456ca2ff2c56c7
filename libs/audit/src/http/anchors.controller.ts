import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand, written } from '@liggare/platform';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Anchors } from '../application/anchors.js';
import { AnchorBody, AnchorList, RecordAnchorDto, TimeBoundsBody } from './anchors.dto.js';

/** Checkpoints that were left outside the register, and what they say of when something was recorded. */
@ApiTags('Bevis · Evidence')
@Controller('v1/evidence')
export class AnchorsController {
  constructor(private readonly anchors: Anchors) {}

  @Roles('registrar', 'auditor', 'admin')
  @Get('anchors')
  @ApiOperation({ summary: 'Kontrollpunkter som lämnats utanför registret · Checkpoints left outside the register' })
  @ApiOkResponse({ type: AnchorList })
  async list() {
    return { items: await this.anchors.all() };
  }

  @Roles('registrar', 'admin')
  @Post('anchors')
  @ApiOperation({ summary: 'En kontrollpunkt är tryckt i protokoll, eller lämnad · A checkpoint is printed, or left' })
  @ApiCreatedResponse({ type: AnchorBody })
  async record(@Body() body: RecordAnchorDto, @Sent() { newId: anchorId, context }: SentCommand) {
    const done = await this.anchors.record({ anchorId, ...withoutUndefined(body) }, context);
    return written(done, { id: anchorId, location: '/v1/evidence/anchors', body: done.state.anchor!, created: true });
  }

  @Roles('auditor', 'admin')
  @Get('time-bounds/:position')
  @ApiOperation({
    summary: 'När händelsen kom in i loggen, enligt andra · When the event came into the log, say others',
  })
  @ApiOkResponse({ type: TimeBoundsBody })
  bounds(@Param('position') position: string): Promise<TimeBoundsBody> {
    if (!/^\d{1,39}$/.test(position)) throw new NotFoundException();
    return this.anchors.timeBounds(position);
  }
}
