import type { Database } from '@liggare/database';
import { NotFound } from '@liggare/kernel';
import { FindNames, type Names } from '@liggare/people';
import { AsOfResolver, Problem, type AsOf, READ_DATABASE, Roles } from '@liggare/platform';
import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { compositionAt } from '../application/composition-at.js';
import { personAssignments } from '../application/person-assignments.js';
import { seatHistory } from '../application/seat-history.js';
import { SEAT_KINDS, type SeatKind } from '../domain/vocabulary.js';
import { idsIn } from './ids-in.js';
import { ParseNumber } from './parse-number.js';
import { AssignmentsBody } from './assignment-views.dto.js';
import { CompositionBody } from './composition-views.dto.js';
import { SeenQuery } from './seen-query.dto.js';
import { SeatHistoryBody } from './seat-history-views.dto.js';

/** Who sits where, on any day, as known at any time. */
@ApiTags('Sammansättning · Composition')
@Controller('v1')
export class CompositionController {
  constructor(
    private readonly asOf: AsOfResolver,
    private readonly queries: QueryBus,
    @Inject(READ_DATABASE) private readonly database: Database,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('groups/:id/composition')
  @ApiOperation({ summary: 'Gruppens sammansättning en viss dag · The group’s composition on a day' })
  @ApiOkResponse({ type: CompositionBody })
  async composition(@Param('id', ParseUUIDPipe) id: string, @Query() query: SeenQuery) {
    const asOf = await this.asOf.resolve(query);
    const seen = { ...asOf, view: query.view };
    const composition = await compositionAt(this.database, id, seen);
    if (!composition) throw new NotFound('group', id);
    return { ...composition, names: await this.namesIn(composition, asOf), view: query.view, asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('groups/:id/seats/:kind/:number/history')
  @ApiOperation({ summary: 'En plats genom tiden · One seat through time' })
  @ApiOkResponse({ type: SeatHistoryBody })
  async seat(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind') kind: string,
    @Param('number', ParseNumber) number: number,
    @Query() query: SeenQuery,
  ) {
    if (!SEAT_KINDS.includes(kind as SeatKind)) throw new Problem('not-found');
    const asOf = await this.asOf.resolve(query);
    const seen = { ...asOf, view: query.view };
    const history = await seatHistory(this.database, id, kind as SeatKind, number, seen);
    return { ...history, names: await this.namesIn(history, asOf), view: query.view, asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('persons/:id/assignments')
  @ApiOperation({ summary: 'En persons uppdrag · A person’s assignments' })
  @ApiOkResponse({ type: AssignmentsBody })
  async assignments(@Param('id', ParseUUIDPipe) id: string, @Query() query: SeenQuery) {
    const asOf = await this.asOf.resolve(query);
    const seen = { ...asOf, view: query.view };
    const items = await personAssignments(this.database, id, seen);
    return { personId: id, items, names: await this.namesIn(items, asOf), view: query.view, asOf: asOf.echo };
  }

  /** What the persons and parties in an answer are called on its day. */
  private namesIn(answer: unknown, asOf: AsOf): Promise<Names> {
    const { persons, parties } = idsIn(answer);
    return this.queries.execute(new FindNames(asOf, persons, parties));
  }
}
