import type {
  AttendanceRemark,
  BallotRemark,
  DeferralRemark,
  ElectionRemark,
  ParticipantRemark,
  StatementRemark,
} from '@liggare/decisions';
import type { Severity, Text } from '../rule.js';

/** What is said of one remark: the decisions slice makes it beside what it is about, here it becomes a finding. */
export type Said = readonly [severity: Severity, source: string, title: Text, text: Text];

const t = (sv: string, en: string): Text => ({ sv, en });
const titled = (severity: Severity, source: string, sv: string, en: string): Said => [
  severity,
  source,
  t(sv, en),
  t(`${sv}.`, `${en}.`),
];

export const ATTENDANCE: Readonly<Record<AttendanceRemark, Said>> = {
  'two-roles-at-once': titled(
    'warning',
    'KL 5:66 (edge case 32)',
    'Någon både tjänstgör och är frånvarande eller enbart närvarande i samma paragrafer',
    'Somebody both serves and is absent or merely present in the same paragraphs',
  ),
  'two-in-one-place': titled(
    'warning',
    'KL 5:66, 6:17 (edge cases 31, 32)',
    'Två ersättare tjänstgör för samma ledamot i samma paragrafer',
    'Two substitutes serve for the same member in the same paragraphs',
  ),
  'member-serves-too': titled(
    'warning',
    'KL 5:66 (edge case 32)',
    'En ersättare tjänstgör för en ledamot som själv tjänstgör',
    'A substitute serves for a member who serves as well',
  ),
  'two-chairs': titled(
    'warning',
    'KL 5:66 (edge case 30)',
    'Flera ordförande i samma paragrafer',
    'Several presided in the same paragraphs',
  ),
  'no-chair': titled('note', 'KL 5:66 (edge case 30)', 'Ingen ordförande i närvaron', 'Nobody presided'),
};

export const BALLOT: Readonly<Record<BallotRemark, Said>> = {
  'counts-differ-from-names': titled(
    'warning',
    'KL 5:67 (edge case 34)',
    'Röstsiffrorna är inte de namngivna rösternas',
    'The numbers are not those of the named votes',
  ),
  'tie-undecided': titled(
    'warning',
    'KL 5:54, 5:56 (edge case 34)',
    'Lika röstetal utan utslagsröst eller lottning',
    'Equal numbers, and neither a casting vote nor a lot',
  ),
  'casting-vote-without-tie': titled(
    'warning',
    'KL 5:54, 5:56',
    'Utslagsröst utan lika röstetal',
    'A casting vote without equal numbers',
  ),
  'lot-without-tie': titled('warning', 'KL 5:54, 5:56', 'Lottning utan lika röstetal', 'A lot without equal numbers'),
  'result-against-votes': titled(
    'warning',
    'KL 5:54–56, 5:67',
    'Angivet resultat är inte vad rösterna ger',
    'The stated result is not what the votes say',
  ),
  'casting-vote-in-secret': titled(
    'breach',
    'KL 5:56',
    'Utslagsröst vid sluten omröstning, där lotten ska avgöra',
    'A casting vote in a closed ballot, where lots decide',
  ),
  'open-without-names': titled(
    'warning',
    'KL 5:67',
    'Öppen omröstning utan namn i protokollet',
    'An open vote without names in the minutes',
  ),
};

export const ELECTION: Readonly<Record<ElectionRemark, Said>> = {
  'request-below-quota': titled(
    'breach',
    'Lag (2022:629), lag (1992:339) (edge case 35)',
    'Proportionellt val begärt av för få',
    'A proportional election requested by too few',
  ),
  'statute-not-of-the-day': titled(
    'warning',
    'Lag (2022:629), lag (1992:339) (edge case 35)',
    'Angiven vallag gällde inte den dagen',
    'The stated election act was not in force that day',
  ),
  'tie-needs-lot': titled(
    'warning',
    'Lag (2022:629) (edge case 35)',
    'Lika jämförelsetal utan lottning',
    'Equal comparison numbers and no lot',
  ),
  'lot-without-tie': titled(
    'warning',
    'Lag (2022:629)',
    'Lottning mellan listor utan lika jämförelsetal',
    'A lot between lists without equal comparison numbers',
  ),
  'seats-unfilled': titled(
    'warning',
    'Lag (2022:629)',
    'Listorna räcker inte till alla platser',
    'The lists do not suffice for every seat',
  ),
  'elected-not-seats': titled(
    'warning',
    'KL 5:67',
    'Antalet valda är inte antalet platser',
    'The number elected is not the number of seats',
  ),
  'elected-against-votes': titled(
    'warning',
    'Lag (2022:629) (edge case 35)',
    'De valda är inte från listorna som vann platserna',
    'Those elected are not of the lists that won the seats',
  ),
  'elected-not-on-list': titled(
    'warning',
    'Lag (2022:629)',
    'Någon är vald för en lista som inte upptar personen',
    'Somebody is elected for a list that does not name them',
  ),
  'substitutes-unlike-members': titled(
    'warning',
    'Lag (2022:629) 3 §',
    'Ersättare valda proportionellt fast ledamöterna inte är det',
    'Substitutes elected proportionally though the members were not',
  ),
  'more-ballots-than-present': titled(
    'warning',
    'KL 5:67',
    'Fler valsedlar än närvarande',
    'More ballots than were present',
  ),
};

export const PARTICIPANT: Readonly<Record<ParticipantRemark, Said>> = {
  'voted-though-disqualified': titled(
    'breach',
    'KL 5:47, 6:28–30 (edge case 33)',
    'Jävig röstade',
    'Somebody disqualified voted',
  ),
  'voted-without-serving': titled(
    'warning',
    'KL 5:66–67 (edge case 32)',
    'Någon röstade utan att tjänstgöra',
    'Somebody voted without serving',
  ),
  'casting-vote-of-another': titled(
    'warning',
    'KL 5:56',
    'Utslagsrösten är inte ordförandens',
    'The casting vote is not the chair’s',
  ),
};

export const STATEMENT: Readonly<Record<StatementRemark, Said>> = {
  'author-took-no-part': titled(
    'warning',
    'KL 4:27 (edge case 36)',
    'Reservation av någon som inte deltog i beslutet',
    'A reservation by somebody who took no part in the decision',
  ),
  'participation-not-known': titled(
    'note',
    'KL 4:27 (edge case 36)',
    'Reservation av någon vars deltagande inte är känt',
    'A reservation by somebody whose part in the decision is not known',
  ),
  'filed-after-meeting': titled(
    'warning',
    'KL 4:27 (edge case 36)',
    'Reservationen kom in efter sammanträdet',
    'The reservation was filed after the meeting',
  ),
};

export const DEFERRAL: Readonly<Record<DeferralRemark, Said>> = {
  'election-by-minority': titled(
    'breach',
    'KL 5:50 (edge case 38)',
    'Val bordlagt eller återremitterat av en minoritet',
    'An election deferred or referred back by a minority',
  ),
};
