import { Type, type TSchema } from '@sinclair/typebox';
import type { Personal } from '../personal.js';
import type { CivilDate } from '../time/civil-date.js';
import type { PartialDate } from '../time/partial-date.js';

/** The field types that event schemas are made of, so that each means the same in every slice. */

export const uuid = (description: string) =>
  Type.String({ description, pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

export const text = (description: string) => Type.String({ description, minLength: 1 });

export const day = (description: string) => Type.Unsafe<CivilDate>(Type.String({ description, format: 'civil-date' }));

export const partial = (description: string) =>
  Type.Unsafe<PartialDate>(Type.String({ description, format: 'partial-date' }));

export const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map((value) => Type.Literal(value)),
      { description },
    ),
  );

/** A value behind a salted commitment. The plain form is only ever seen between `decide` and the sealer. */
export const sealed = (description: string) =>
  Type.Unsafe<Personal>(
    Type.Union([
      Type.Object({ _sd: Type.String() }, { additionalProperties: false, description }),
      Type.Object({ _personal: Type.Object({ subject: Type.String(), value: Type.String() }) }),
    ]),
  );

export const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);

export const list = <T extends TSchema>(schema: T, description: string) => Type.Array(schema, { description });

export const object = Type.Object.bind(Type);

/** Which point of which decision a fact rests on: the unit that appeals, annulments and corrections hit. */
export const DecisionPointRef = Type.Object(
  { decisionId: uuid('The decision'), point: Type.Integer({ minimum: 1, description: 'Number of its point' }) },
  { additionalProperties: false, description: 'The decision point the fact rests on' },
);
export type DecisionPointRef = { readonly decisionId: string; readonly point: number };

/** The field name is the same in every event, so that "what rests on this point" needs no list of types. */
export const basis = () => Type.Optional(DecisionPointRef);
