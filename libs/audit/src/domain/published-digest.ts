import { derivedId, Refusal, type Aggregate } from '@liggare/kernel';
import { auditEvents, type StateDigestPublished } from './audit-events.js';

/** What was published of the state after the first `size` events. */
export interface PublishedDigest {
  readonly size: number;
  readonly digest: string;
  readonly streams: number;
}

/** Undefined until it is published. */
export type DigestOfSize = { readonly published?: PublishedDigest };

export interface PublishStateDigest extends PublishedDigest {
  readonly type: 'PublishStateDigest';
}

/** The digests of one size stand in one stream: there must never be two. */
export function stateDigestId(size: number): string {
  return derivedId('state-digest', size);
}

export const stateDigestAggregate: Aggregate<DigestOfSize, PublishStateDigest, StateDigestPublished> = {
  category: 'state-digest',
  catalogue: auditEvents,
  initialState: {},
  decide({ published }, { size, digest, streams }) {
    if (published?.digest === digest) return [];
    if (published) throw new Refusal('another-digest', `another digest was published for size ${size}`, '/digest');
    return [{ type: 'StateDigestPublished', data: { size, digest, streams } }];
  },
  evolve(state, { type, data }) {
    return type === 'StateDigestPublished' ? { published: data } : state;
  },
};
