import { FindNames, type Names } from '@liggare/people';
import { AsOfQuery, AsOfResolver, paged, Roles, type AsOf } from '@liggare/platform';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../application/answers.js';
import { DecidersBody, StoryBody, VacanciesPage, VacanciesQuery } from './answer-views.dto.js';
import { idsIn } from './ids-in.js';

/** Questions that secretaries and auditors ask of groups. */
@ApiTags('Frågor · Answers')
@Controller('v1')
export class AnswersController {
  constructor(
    private readonly answers: Answers,
    private readonly asOf: AsOfResolver,
    private readonly queries: QueryBus,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('groups/:id/deciders')
  @ApiOperation({ summary: 'Vilka kunde lagligen besluta den dagen? · Who could lawfully decide on the day?' })
  @ApiOkResponse({ type: DecidersBody })
  async deciders(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    const asOf = await this.asOf.resolve(query);
    const deciders = await this.answers.deciders(id, asOf);
    return { groupId: id, ...deciders, names: await this.namesIn(deciders, asOf), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get('groups/:id/memberships/:personId')
  @ApiOperation({
    summary:
      'När och varför blev personen medlem, och slutade? · When and why did the person become a member, and cease?',
  })
  @ApiOkResponse({ type: StoryBody })
  async story(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Query() query: AsOfQuery,
  ) {
    const asOf = await this.asOf.resolve(query);
    const story = await this.answers.story(id, personId, asOf);
    return { personId, groupId: id, story, asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('vacancies')
  @ApiOperation({ summary: 'Tomma platser i alla grupper, och sedan när · Empty seats of all groups, and since when' })
  @ApiOkResponse({ type: VacanciesPage })
  async vacancies(@Query() query: VacanciesQuery) {
    const asOf = await this.asOf.resolve(query);
    const all = await this.answers.vacancies(asOf);
    const { limit, offset } = query;
    const items = all.slice(offset, offset + limit);
    return { ...paged(items, all.length, query), names: await this.namesIn(items, asOf), asOf: asOf.echo };
  }

  /** What the persons and parties in an answer are called on its day. */
  private namesIn(answer: unknown, asOf: AsOf): Promise<Names> {
    const { persons, parties } = idsIn(answer);
    return this.queries.execute(new FindNames(asOf, persons, parties));
  }
}
