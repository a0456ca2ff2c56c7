/** What of the reply is needed to say at which revision a body is. */
export interface HeaderWriter {
  header(name: string, value: string): unknown;
}

/** The ETag of an entity is the revision of its stream; `If-Match` with it guards the next change. */
export function tagRevision(reply: HeaderWriter, revision: bigint): void {
  reply.header('ETag', `"${revision}"`);
}
