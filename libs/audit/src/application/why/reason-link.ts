/** The same sentence in both languages. It holds ids only; names are for the edge of the system to put in. */
export interface Sentence {
  readonly sv: string;
  readonly en: string;
}

/** A step on the way from an answer down to the minutes, and to the proof that the record is not altered. */
export interface ReasonLink {
  readonly kind:
    | 'answer'
    | 'event'
    | 'decision'
    | 'no-decision'
    | 'meeting'
    | 'adjustment'
    | 'notice'
    | 'legal-force'
    | 'vacancy'
    | 'proof'
    | 'no-proof';
  readonly sentence: Sentence;
  /** The event, where the link is one, or is about the proof of one. */
  readonly position?: string;
  readonly type?: string;
  readonly actor?: { readonly id: string; readonly role: string };
  readonly recordedAt?: string;
  readonly appointmentId?: string;
  readonly decisionId?: string;
  readonly point?: number;
  readonly meetingId?: string;
  /** Address of the receipt (C2SP tlog-proof). */
  readonly receipt?: string;
  /** Place in the transparency log, from 0. */
  readonly seq?: number;
  /** Size of the first signed checkpoint that has it. */
  readonly checkpointSize?: number;
}

export function link(kind: ReasonLink['kind'], sv: string, en: string, rest: Partial<ReasonLink> = {}): ReasonLink {
  return { ...rest, kind, sentence: { sv, en } };
}
