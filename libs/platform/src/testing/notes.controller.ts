import { Repository } from '@liggare/kernel';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, ValidateNested } from 'class-validator';
import { AsOfQuery } from '../http/as-of.js';
import { EntityReader } from '../http/entity-reader.js';
import type { HeaderWriter } from '../http/entity-tag.js';
import { paged, PageQuery } from '../http/page.js';
import { Sent, SentCommand } from '../http/sent-command.js';
import { written, type Written } from '../http/written.js';
import { Roles } from '../identity/route-access.decorator.js';
import { IsCivilDate } from '../validation/is-civil-date.js';
import { IsPartialDate } from '../validation/is-partial-date.js';
import { IsUuidString } from '../validation/is-uuid-string.js';
import { MayBeAbsent } from '../validation/may-be-absent.js';
import { IsLine } from '../validation/text-shape.js';
import { noteAggregate, type NoteState } from './note.js';

export class MarkDto {
  @ApiProperty({ example: 1 })
  @IsInt()
  line!: number;

  @ApiProperty({ example: ['röd'] })
  @IsLine(10, { each: true })
  colours!: string[];
}

export class WriteNoteDto {
  @ApiProperty({ example: 'Amanda Exempelsson ringde' })
  @IsLine(100)
  text!: string;

  @ApiProperty({ example: '2024-07-01' })
  @IsCivilDate()
  on!: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => MarkDto)
  marks?: MarkDto[];

  @MayBeAbsent()
  @IsPartialDate()
  about?: string;

  @MayBeAbsent()
  @IsUuidString({ each: true })
  sources?: string[];
}

export class NoteView {
  @ApiProperty({ example: ['Amanda Exempelsson ringde'] })
  texts!: NoteState['texts'];
}

/** What happens to the next request, for those who try how faults are told. */
export const fault: { thrown?: unknown } = {};

@ApiTags('Anteckningar · Notes')
@Controller('v1/notes')
export class NotesController {
  constructor(
    private readonly repository: Repository,
    private readonly reader: EntityReader,
  ) {}

  @Roles('registrar', 'admin')
  @Post()
  @ApiOperation({ summary: 'Skriv · Write' })
  @ApiCreatedResponse({ type: NoteView })
  async write(@Body() { text, on }: WriteNoteDto, @Sent() sent: SentCommand): Promise<Written<NoteView>> {
    if (fault.thrown !== undefined) throw fault.thrown as Error;
    const { newId: id, context } = sent;
    const command = { noteId: id, text, on };
    const done = await this.repository.execute(noteAggregate, id, command, context, { expected: 'new' });
    return written(done, { id, location: `/v1/notes/${id}`, body: done.state, created: true });
  }

  @Roles('registrar')
  @Post(':id/texts')
  @ApiOperation({ summary: 'Skriv mer · Write more' })
  @ApiOkResponse({ type: NoteView })
  async add(@Param('id', ParseUUIDPipe) id: string, @Body() { text, on }: WriteNoteDto, @Sent() sent: SentCommand) {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.repository.execute(noteAggregate, id, { noteId: id, text, on }, sent.context, options);
    return written(done, { id, location: `/v1/notes/${id}`, body: done.state });
  }

  @Roles('registrar', 'bi')
  @Get(':id')
  @ApiOperation({ summary: 'Läs · Read' })
  @ApiOkResponse({ type: NoteView })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read({ aggregate: noteAggregate, present: (note) => note }, id, query, reply);
  }

  @Roles('registrar')
  @Get()
  @ApiOperation({ summary: 'Alla · All' })
  @ApiOkResponse({ type: NoteView, isArray: true })
  list(@Query() query: PageQuery) {
    const all = Array.from({ length: 45 }, (_, number) => ({ number }));
    return { ...paged(all.slice(query.offset, query.offset + query.limit), all.length, query), more: true };
  }

  @Roles('registrar')
  @Get('all/raw')
  @ApiOperation({ summary: 'Rått · Raw' })
  @ApiOkResponse({ description: 'Rader · Lines' })
  raw(): StreamableFile {
    return new StreamableFile(Buffer.from('{"_sd":"abc"}'), { type: 'application/x-ndjson' });
  }
}
