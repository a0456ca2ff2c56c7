/** Whose key it is. @param kid `<subject>/<generation>` */
export function subjectOfKey(kid: string): string {
  return kid.slice(0, kid.lastIndexOf('/'));
}
