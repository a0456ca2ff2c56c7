import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, ValidateIf } from 'class-validator';
import { EVENT_STORES, type EventStoreKind } from './event-stores.js';

const wholeNumber = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

/** Every environment variable the register reads. docs/users/operations.md explains them. */
export class EnvironmentDto {
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must begin with postgresql://' })
  DATABASE_URL?: string;

  @IsIn(EVENT_STORES, { message: `must be one of ${EVENT_STORES.join(', ')}` })
  LIGGARE_EVENT_STORE: EventStoreKind = 'postgres';

  @ValidateIf(
    ({ LIGGARE_EVENT_STORE, EVENTSTOREDB_URL }: EnvironmentDto) =>
      LIGGARE_EVENT_STORE === 'eventstoredb' || EVENTSTOREDB_URL !== undefined,
  )
  @Matches(/^esdb(\+discover)?:\/\//, { message: 'must begin with esdb://; eventstoredb cannot be opened without it' })
  EVENTSTOREDB_URL?: string;

  @IsString()
  @MinLength(1)
  LIGGARE_DATA_DIRECTORY = './.data';

  @Matches(/^[a-z0-9.-]+(\/[a-z0-9-]+)?$/, { message: 'must be a host name with an optional path, in lower case' })
  LIGGARE_LOG_NAME = 'log.local/liggare';

  @IsOptional()
  @IsString()
  LIGGARE_WITNESS_POLICY?: string;

  @ValidateIf(({ LIGGARE_WITNESS_URLS }: EnvironmentDto) => LIGGARE_WITNESS_URLS !== undefined)
  @Matches(/^[^\s=,]+=https?:\/\/[^\s,]+(,[^\s=,]+=https?:\/\/[^\s,]+)*$/, {
    message: 'must be name=https://… for each witness, with commas between',
  })
  LIGGARE_WITNESS_URLS?: string;

  @IsOptional()
  @Matches(/\S/, { message: 'must be a program and its arguments, with spaces between' })
  LIGGARE_KEY_ENCRYPTION_COMMAND?: string;

  @IsOptional()
  @Matches(/^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/, {
    message: 'must be https://… addresses, with commas between',
  })
  LIGGARE_TIMESTAMP_AUTHORITIES?: string;

  @IsString()
  LIGGARE_HTTP_HOST = '127.0.0.1';

  @Transform(wholeNumber)
  @IsInt()
  @Min(0)
  @Max(65_535)
  LIGGARE_HTTP_PORT = 3000;

  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['https', 'http'], require_protocol: true })
  LIGGARE_OIDC_ISSUER?: string;

  @IsString()
  @MinLength(1)
  LIGGARE_OIDC_AUDIENCE = 'liggare';

  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['https', 'http'], require_protocol: true })
  LIGGARE_OIDC_JWKS?: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LIGGARE_LOG_LEVEL = 'info';

  @Transform(wholeNumber)
  @IsInt()
  @Min(2)
  @Max(500)
  LIGGARE_DATABASE_POOL = 10;
}
