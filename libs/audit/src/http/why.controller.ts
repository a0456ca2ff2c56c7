import type { Database } from '@liggare/database';
import { Repository, type EventStore } from '@liggare/kernel';
import { FindNames } from '@liggare/people';
import { AsOfResolver, EVENT_STORE, READ_DATABASE, Roles, type AsOf } from '@liggare/platform';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { proofsIn } from '../application/why/proof-of.js';
import type { ReasonLink } from '../application/why/reason-link.js';
import { whyMembership, type Reasoning } from '../application/why/why-membership.js';
import { whyVacant } from '../application/why/why-vacant.js';
import { MembershipReasonBody, MembershipReasonQuery, VacancyReasonBody, VacancyReasonQuery } from './why.dto.js';

const PERSON_IN_SENTENCE = /personen ([0-9a-f-]{36})/g;

/** Why and why not, as chains down to the minutes and the proofs. */
@ApiTags('Granskning · Audit')
@Controller('v1/audit')
export class WhyController {
  private readonly reasoning: Reasoning;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    repository: Repository,
    @Inject(READ_DATABASE) database: Database,
    private readonly asOf: AsOfResolver,
    private readonly queries: QueryBus,
  ) {
    this.reasoning = { store, repository, proofOf: proofsIn(database) };
  }

  @Roles('auditor', 'admin', 'registrar', 'coordinator')
  @Get('membership-reasons')
  @ApiOperation({ summary: 'Varför är personen med i gruppen, eller inte? · Why is the person a member, or not?' })
  @ApiOkResponse({ type: MembershipReasonBody })
  async membership(@Query() query: MembershipReasonQuery) {
    const asOf = await this.asOf.resolve(query);
    const { verdict, chain } = await whyMembership(this.reasoning, query.groupId, query.personId, asOf);
    return { verdict, chain, names: await this.names(chain, asOf), asOf: asOf.echo };
  }

  @Roles('auditor', 'admin', 'registrar', 'coordinator')
  @Get('vacancy-reasons')
  @ApiOperation({ summary: 'Varför är platsen tom? · Why is the seat empty?' })
  @ApiOkResponse({ type: VacancyReasonBody })
  async vacancy(@Query() query: VacancyReasonQuery) {
    const asOf = await this.asOf.resolve(query);
    const { groupId, kind, seat } = query;
    const { verdict, chain } = await whyVacant(this.reasoning, { groupId, kind, seat }, asOf);
    return { verdict, chain, names: await this.names(chain, asOf), asOf: asOf.echo };
  }

  /** Commitments; the edge of the system reveals them to whom it may. */
  private async names(chain: readonly ReasonLink[], asOf: AsOf): Promise<object> {
    const ids = chain.flatMap(({ sentence }) => [...sentence.sv.matchAll(PERSON_IN_SENTENCE)].map(([, id]) => id!));
    const { persons } = await this.queries.execute(new FindNames(asOf, [...new Set(ids)], []));
    return persons;
  }
}
