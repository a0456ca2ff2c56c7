import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream } from 'pino';

export const LOGGER = Symbol('LOGGER');

export type Logger = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** JSON lines on stderr; stdout belongs to the answers of commands. Bodies and tokens are never logged. */
export function createLogger(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, base: null, redact: ['req.headers.authorization', 'req.headers.cookie'] }, destination);
}

/** Nest's own messages, in the same stream. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, _stack?: unknown, context?: unknown): void {
    this.logger.error({ context }, String(message));
  }
}
