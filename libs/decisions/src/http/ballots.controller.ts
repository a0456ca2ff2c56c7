import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CorrectBallotDto, RecordBallotDto } from './ballot.dto.js';
import { changeDecision } from './change-decision.js';
import { DecisionBody } from './decision-views.dto.js';
import { DeferDecisionDto } from './deferral.dto.js';
import { CorrectElectionDto, RecordElectionDto } from './election.dto.js';

/** How a decision was made: ballots, elections, and what was put off. */
@ApiTags('Beslut · Decisions')
@Controller('v1/decisions')
export class BallotsController {
  constructor(private readonly commands: CommandBus) {}

  @Roles('registrar', 'coordinator')
  @Post(':id/ballots')
  @ApiOperation({ summary: 'Acklamation, omröstning eller lottning · Acclamation, a ballot or lots' })
  @ApiOkResponse({ type: DecisionBody })
  record(@Param('id', ParseUUIDPipe) id: string, @Body() body: RecordBallotDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'RecordBallot', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/ballots/:ballotId/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets återgivning av en omröstning · Correct the rendering of a ballot' })
  @ApiOkResponse({ type: DecisionBody })
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('ballotId', ParseUUIDPipe) ballotId: string,
    @Body() body: CorrectBallotDto,
    @Sent() sent: SentCommand,
  ) {
    const change = { type: 'CorrectBallotRegistration', ballotId, ...withoutUndefined(body) } as const;
    return changeDecision(this.commands, id, change, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/elections')
  @ApiOperation({ summary: 'Hur ett val gick till, också proportionellt · How an election was held' })
  @ApiOkResponse({ type: DecisionBody })
  recordElection(@Param('id', ParseUUIDPipe) id: string, @Body() body: RecordElectionDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'RecordElection', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/elections/:electionId/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets återgivning av ett val · Correct the rendering of an election' })
  @ApiOkResponse({ type: DecisionBody })
  correctElection(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('electionId', ParseUUIDPipe) electionId: string,
    @Body() body: CorrectElectionDto,
    @Sent() sent: SentCommand,
  ) {
    const change = { type: 'CorrectElectionRegistration', electionId, ...withoutUndefined(body) } as const;
    return changeDecision(this.commands, id, change, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/deferrals')
  @ApiOperation({ summary: 'Hur ärendet bordlades eller återremitterades · How the matter was tabled or sent back' })
  @ApiOkResponse({ type: DecisionBody })
  defer(@Param('id', ParseUUIDPipe) id: string, @Body() body: DeferDecisionDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'DeferDecision', ...withoutUndefined(body) }, sent);
  }
}
