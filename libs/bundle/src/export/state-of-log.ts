import { auditedAggregates } from '@liggare/audit';
import { stateDigest, streamDigest, type StreamDigest } from '@liggare/evidence';
import { parseStreamName, type Position, type RecordedEvent, type Repository } from '@liggare/kernel';

/** Names of all streams up to a place in the log; their states are read one at a time. */
export class StateOfLog {
  private readonly streams = new Set<string>();
  private position: Position | undefined;

  see(event: RecordedEvent): void {
    this.streams.add(event.stream);
    this.position = event.position;
  }

  /** base64url; of the streams whose kind has rules. */
  async digest(repository: Repository): Promise<string> {
    const digests: StreamDigest[] = [];
    for (const stream of [...this.streams].sort()) {
      const { category, id } = parseStreamName(stream);
      const audited = auditedAggregates.get(category);
      if (!audited || this.position === undefined) continue;
      const { state, revision } = await repository.load(audited.aggregate, id, this.position);
      digests.push(streamDigest({ stream, rev: Number(revision), state }));
    }
    return stateDigest(digests);
  }
}
