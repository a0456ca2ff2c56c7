import type { Database } from '@liggare/database';
import { NotFound } from '@liggare/kernel';
import { AsOfQuery, AsOfResolver, Problem, READ_DATABASE, Roles } from '@liggare/platform';
import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { compositionAt } from '../application/composition-at.js';
import { personAssignments } from '../application/person-assignments.js';
import { seatHistory } from '../application/seat-history.js';
import { SEAT_KINDS, type SeatKind } from '../domain/vocabulary.js';
import { ParseNumber } from './parse-number.js';

/** Who sits where, on any day, as known at any time. */
@ApiTags('Sammansättning · Composition')
@Controller('v1')
export class CompositionController {
  constructor(
    private readonly asOf: AsOfResolver,
    @Inject(READ_DATABASE) private readonly database: Database,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('groups/:id/composition')
  @ApiOperation({ summary: 'Gruppens sammansättning en viss dag · The group’s composition on a day' })
  async composition(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    const asOf = await this.asOf.resolve(query);
    const composition = await compositionAt(this.database, id, asOf);
    if (!composition) throw new NotFound('group', id);
    return { ...composition, asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('groups/:id/seats/:kind/:number/history')
  @ApiOperation({ summary: 'En plats genom tiden · One seat through time' })
  async seat(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind') kind: string,
    @Param('number', ParseNumber) number: number,
    @Query() query: AsOfQuery,
  ) {
    if (!SEAT_KINDS.includes(kind as SeatKind)) throw new Problem('not-found');
    const asOf = await this.asOf.resolve(query);
    return { ...(await seatHistory(this.database, id, kind as SeatKind, number, asOf)), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('persons/:id/assignments')
  @ApiOperation({ summary: 'En persons uppdrag · A person’s assignments' })
  async assignments(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    const asOf = await this.asOf.resolve(query);
    return { personId: id, items: await personAssignments(this.database, id, asOf), asOf: asOf.echo };
  }
}
