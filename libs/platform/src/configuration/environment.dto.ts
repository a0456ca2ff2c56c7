import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';

const wholeNumber = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

/** Every environment variable the register reads. docs/users/operations.md explains them. */
export class EnvironmentDto {
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must begin with postgresql://' })
  DATABASE_URL?: string;

  @IsString()
  @MinLength(1)
  LIGGARE_DATA_DIRECTORY = './.data';

  @Matches(/^[a-z0-9.-]+(\/[a-z0-9-]+)?$/, { message: 'must be a host name with an optional path, in lower case' })
  LIGGARE_LOG_NAME = 'log.local/liggare';

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
