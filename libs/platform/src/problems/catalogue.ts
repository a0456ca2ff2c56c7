/** A kind of error: its status, and how it is told in each language. */
export interface ProblemKind {
  readonly status: number;
  readonly sv: string;
  readonly en: string;
  /** What the reader can do about it. */
  readonly help: { readonly sv: string; readonly en: string };
}

/**
 * Every problem the API answers with, by code; `/problems/<code>` explains it. Rules of the domain come as
 * `rule-broken` or `state-conflict` with the rule's own code in `errors`.
 */
export const PROBLEMS = {
  'malformed-request': kind(
    400,
    'Begäran går inte att läsa',
    'The request cannot be read',
    'Rätta formatet.',
    'Mend the form.',
  ),
  unauthenticated: kind(
    401,
    'Inloggning krävs',
    'Authentication is required',
    'Skicka ett giltigt token i huvudet Authorization: Bearer.',
    'Send a valid token in the header Authorization: Bearer.',
  ),
  forbidden: kind(
    403,
    'Rollen räcker inte',
    'The role does not allow this',
    'Begär en roll som får göra detta; varje väg anger sina roller.',
    'Ask for a role that may do this; every route names its roles.',
  ),
  'not-found': kind(404, 'Finns inte', 'Not found', 'Kontrollera adressen och id.', 'Check the address and the id.'),
  'method-not-allowed': kind(405, 'Metoden stöds inte', 'Method not allowed', 'Se referensen.', 'See the reference.'),
  'not-acceptable': kind(
    406,
    'Formatet kan inte ges',
    'Not acceptable',
    'Begär application/json.',
    'Ask for application/json.',
  ),
  'state-conflict': kind(
    409,
    'Strider mot vad som redan är registrerat',
    'In conflict with what is recorded',
    'Hämta resursen på nytt och avgör vad som ska gälla.',
    'Fetch the resource again and decide what is to hold.',
  ),
  'stale-revision': kind(
    412,
    'Resursen har ändrats sedan den lästes',
    'The resource has changed since it was read',
    'Hämta den på nytt; huvudet ETag anger den version som gäller.',
    'Fetch it again; the header ETag tells the revision that holds.',
  ),
  'too-large': kind(413, 'Begäran är för stor', 'The request is too large', 'Dela upp den.', 'Split it.'),
  'unsupported-media-type': kind(
    415,
    'Innehållstypen stöds inte',
    'Unsupported media type',
    'Skicka application/json.',
    'Send application/json.',
  ),
  'invalid-fields': kind(
    422,
    'Fält saknas eller har fel form',
    'Fields are missing or malformed',
    'errors anger fält och regel.',
    'errors tells field and rule.',
  ),
  'rule-broken': kind(
    422,
    'En regel hindrar detta',
    'A rule forbids this',
    'errors anger regeln och, om ett fält är orsaken, vilket.',
    'errors tells the rule and, when a field is to blame, which.',
  ),
  'idempotency-key-reused': kind(
    422,
    'Nyckeln är redan använd för en annan begäran',
    'The key was used for another request',
    'Använd en ny Idempotency-Key för en ny begäran.',
    'Use a new Idempotency-Key for a new request.',
  ),
  unavailable: kind(
    503,
    'Registret når inte sin databas',
    'The register does not reach its database',
    'Försök igen om en stund med samma Idempotency-Key.',
    'Try again in a while with the same Idempotency-Key.',
  ),
  'internal-error': kind(
    500,
    'Något gick fel i registret',
    'Something went wrong in the register',
    'Uppge traceId till driften.',
    'Tell operations the traceId.',
  ),
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

function kind(status: number, sv: string, en: string, helpSv: string, helpEn: string): ProblemKind {
  return { status, sv, en, help: { sv: helpSv, en: helpEn } };
}
