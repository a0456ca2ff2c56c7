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
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw new Problem('invalid-fields', {
        errors: [{ pointer: '', code: 'object', detail: 'must be a JSON object' }],
      });
    }
    const prefix = metadata.type === 'query' ? '?' : '/';
    this.exceptionFactory = (errors) =>
      new Problem('invalid-fields', { errors: flatten(errors as ValidationError[], prefix) });
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

function flatten(errors: readonly ValidationError[], prefix: string): FieldProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = prefix + property.replaceAll('~', '~0').replaceAll('/', '~1');
    const own = Object.entries(constraints).map(([name, message]) => ({
      pointer,
      code: name === 'whitelistValidation' ? 'unknown-field' : kebab(name),
      detail: name === 'whitelistValidation' ? 'there is no such field' : message.replace(`${property} `, ''),
    }));
    return [...own, ...flatten(children, `${pointer}/`)];
  });
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
