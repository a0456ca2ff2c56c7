import { field, personal, Refusal, withoutUndefined, type Personal } from '@liggare/kernel';

/** A person as a paper names them: one of the register, or only a name. */
export interface PlainName {
  readonly personId?: string;
  /** In clear here and only here. */
  readonly name?: string;
}

/** The same once the name is sealed. */
export interface NamedPerson {
  readonly personId?: string;
  readonly name?: Personal;
}

export const nameFields = {
  personId: field.optional(field.uuid('The person, when registered')),
  name: field.optional(field.sealed('The name as the paper has it, of one who is not registered')),
};

/** @param subject the paper under whose key a name without a registered person is sealed */
export function sealName(subject: string, { personId, name }: PlainName): NamedPerson {
  return withoutUndefined({ personId, name: name === undefined ? undefined : personal(subject, name) });
}

/** @throws Refusal `nobody-named` for neither a person nor a name */
export function checkNamed({ personId, name }: PlainName, at: string): void {
  if (personId === undefined && name === undefined) {
    throw new Refusal('nobody-named', 'a person of the register or a name is needed', at);
  }
}

/** @throws Refusal `same-person-twice` for the first registered person that is there again */
export function checkOnce(people: readonly PlainName[], at: string): void {
  const ids = people.map(({ personId }) => personId);
  const twice = ids.findIndex((id, index) => id !== undefined && ids.indexOf(id) < index);
  if (twice !== -1) throw new Refusal('same-person-twice', 'the same person is there twice', `${at}/${twice}/personId`);
}
