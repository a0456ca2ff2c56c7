import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GroupCommands } from './group-commands.js';
import { GroupBody } from './group-views.dto.js';
import { EndUnderlyingSeatDto, RequireUnderlyingSeatDto } from './seat.dto.js';

/** Groups whose seats need a seat in another group. */
@ApiTags('Grupper · Groups')
@Controller('v1/groups/:id')
export class UnderlyingSeatsController {
  constructor(private readonly groups: GroupCommands) {}

  @Roles('registrar', 'coordinator')
  @Post('underlying-seats')
  @ApiOperation({ summary: 'Platserna förutsätter plats i en annan grupp · The seats need a seat in another group' })
  @ApiOkResponse({ type: GroupBody })
  require(@Param('id', ParseUUIDPipe) id: string, @Body() body: RequireUnderlyingSeatDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'RequireUnderlyingSeat', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('underlying-seat-ends')
  @ApiOperation({ summary: 'Platserna förutsätter det inte längre · The seats no longer need it' })
  @ApiOkResponse({ type: GroupBody })
  end(@Param('id', ParseUUIDPipe) id: string, @Body() body: EndUnderlyingSeatDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'NoLongerRequireUnderlyingSeat', ...withoutUndefined(body) }, sent);
  }
}
