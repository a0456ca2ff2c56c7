import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '../identity/route-access.decorator.js';
import { ORIGIN, type Origin } from '../tokens.js';

export class LogOrigin {
  @ApiProperty({ example: 'log.huddinge.example/liggare' })
  name!: string;

  @ApiProperty({ enum: ['system', 'demo'], description: 'demo: tiderna är påhittade · the times are made up' })
  clock!: string;
}

export class ApiInfo {
  @ApiProperty({ example: 'Liggare' })
  apiName!: string;

  @ApiProperty({ example: '1.0.0' })
  apiVersion!: string;

  @ApiProperty({ example: '2026-11-23', format: 'date' })
  apiReleased!: string;

  @ApiProperty({ example: '/docs' })
  apiDocumentation!: string;

  @ApiProperty({ example: 'active' })
  apiStatus!: string;

  @ApiProperty({ type: LogOrigin })
  log!: LogOrigin;
}

export const API_VERSION = '1.0.0';

@ApiTags('Om API:et · About the API')
@PublicRoute()
@Controller('v1/api-info')
export class ApiInfoController {
  constructor(@Inject(ORIGIN) private readonly origin: Origin) {}

  @Get()
  @ApiOperation({ summary: 'Vad detta är · What this is' })
  @ApiOkResponse({ type: ApiInfo })
  info(): ApiInfo {
    return {
      apiName: 'Liggare',
      apiVersion: API_VERSION,
      apiReleased: '2026-11-23',
      apiDocumentation: '/docs',
      apiStatus: 'active',
      log: this.origin,
    };
  }
}
