import { Malformed, parseNote, parseTilePath } from '@liggare/evidence';
import { Problem, PublicRoute, Roles } from '@liggare/platform';
import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { EvidenceReader } from '../log/evidence-reader.js';
import { minutesLines } from '../log/minutes-lines.js';
import { MinutesLinesBody, TransparencyStatusBody } from './evidence-views.dto.js';

/** Of the reply, what is needed here. */
interface Reply {
  header(name: string, value: string): unknown;
}

const POSITION = /^\d{1,39}$/;
const text = (description: string, example: string) => ({
  description,
  content: { 'text/plain': { schema: { type: 'string' as const, example } } },
});

/**
 * The transparency log as static files (C2SP tlog-tiles), and receipts. The checkpoint is for everybody: it tells a size and
 * a hash. Entries tell who did what when, by pseudonym; they are for those who may read the log of events.
 */
@ApiTags('Bevis · Evidence')
@Controller()
export class EvidenceController {
  constructor(private readonly reader: EvidenceReader) {}

  @PublicRoute()
  @Get('evidence/checkpoint')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ summary: 'Loggens senaste kontrollpunkt · The newest checkpoint of the log' })
  @ApiOkResponse(text('C2SP tlog-checkpoint, a signed note', 'log.exempelkommun.se/liggare\n5\n…'))
  async checkpoint(): Promise<string> {
    const checkpoint = await this.reader.checkpoint();
    if (checkpoint === undefined) throw new Problem('not-found');
    return checkpoint;
  }

  @Roles('auditor', 'admin')
  @Get('evidence/tile/*')
  @ApiOperation({ summary: 'En platta av trädet, eller av dess löv · A tile of the tree, or of its entries' })
  @ApiParam({ name: 'path', description: 'C2SP tlog-tiles', example: '0/x001/067' })
  @ApiOkResponse({
    description: 'C2SP tlog-tiles',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async tile(@Param('*') path: string, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile> {
    const bytes = await this.reader.tile(tileName(`tile/${path}`));
    if (!bytes) throw new Problem('not-found');
    // A tile that was signed never changes.
    reply.header('Cache-Control', 'private, max-age=31536000, immutable');
    return new StreamableFile(bytes, { type: 'application/octet-stream' });
  }

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get('v1/evidence/receipts/:position')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOperation({ summary: 'Kvitto på att händelsen står i loggen · Receipt that the event is in the log' })
  @ApiOkResponse(text('C2SP tlog-proof', 'c2sp.org/tlog-proof@v1\nindex 4\n…'))
  async receipt(@Param('position') position: string): Promise<string> {
    const receipt = POSITION.test(position) ? await this.reader.receipt(BigInt(position)) : undefined;
    if (receipt === undefined) throw new Problem('not-found');
    return receipt;
  }

  @PublicRoute()
  @Get('v1/evidence/minutes-lines')
  @ApiOperation({ summary: 'Kontrollpunkten, att trycka i protokoll · The checkpoint, to be printed in minutes' })
  @ApiOkResponse({ type: MinutesLinesBody })
  async minutesLines(): Promise<MinutesLinesBody> {
    const note = await this.reader.checkpoint();
    if (note === undefined) throw new Problem('not-found');
    const { lines, sv, en } = minutesLines(parseNote(note).text);
    return { lines: [...lines], sv, en };
  }

  @PublicRoute()
  @Get('v1/evidence')
  @ApiOperation({ summary: 'Hur långt loggen har kommit, och dess nycklar · How far the log has come, and its keys' })
  @ApiOkResponse({ type: TransparencyStatusBody })
  status(): Promise<TransparencyStatusBody> {
    return this.reader.status() as Promise<TransparencyStatusBody>;
  }
}

function tileName(path: string) {
  try {
    return parseTilePath(path);
  } catch (error) {
    if (error instanceof Malformed) throw new Problem('not-found');
    throw error;
  }
}
