import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { Problem, type FieldProblem } from '../problems/problem.js';

/** Shape and format of bodies and queries. Unknown fields are refused: a misspelt one must not be lost silently. */
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: false,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new InvalidRequest(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw new Problem('invalid-fields', {
        errors: [{ pointer: '', code: 'object', detail: 'must be a JSON object' }],
      });
    }
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      const prefix = metadata.type === 'query' ? '?' : '/';
      throw new Problem('invalid-fields', { errors: flatten(error.errors, prefix) });
    }
  }
}

class InvalidRequest extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('invalid request');
  }
}

function flatten(errors: readonly ValidationError[], prefix: string): FieldProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = prefix + property.replaceAll('~', '~0').replaceAll('/', '~1');
    const own = Object.entries(constraints).map(([name, message]) => ({
      pointer,
      code: name === 'whitelistValidation' ? 'unknown-field' : kebab(name),
      detail: name === 'whitelistValidation' ? 'there is no such field' : withoutName(message, property),
    }));
    return [...own, ...flatten(children, `${pointer}/`)];
  });
}

/** The pointer names the field already. class-validator writes `x must …` and `each value in x must …`. */
function withoutName(message: string, property: string): string {
  return message.replace(`each value in ${property} `, 'each value ').replace(`${property} `, '');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
