interface About {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly disclosures: 'all' | 'none';
  readonly purpose: string;
}

/** What the receiver reads first, in both languages, and how to check without our tools. */
export function readmes({ origin, size, root, disclosures, purpose }: About): ReadonlyMap<string, string> {
  const three = `    ${origin}\n    ${size}\n    ${root}\n`;
  return new Map([
    [
      'README.sv.md',
      `# Bevispaket

Hela händelseloggen till och med denna kontrollpunkt, så att den kan granskas utan registret och utan att lita på den som
lämnade paketet:

${three}
Ändamål: ${purpose}. ${disclosures === 'all' ? 'Paketet visar namn och texter som mottagaren får se; hantera det därefter.' : 'Inga namn eller texter om personer visas.'}

1. Jämför kontrollpunktens tre rader med dem som är tryckta i protokollet, och nyckeln i \`keys/\` med den du fått på annat håll.
2. Granska: öppna \`tools/verify.html\` i en webbläsare utan nät, eller kör \`node tools/verify.mjs .\` eller \`sh tools/verify.sh\`.
3. \`VERIFY.md\` säger vad nivåerna L0–L8 betyder och hur man kontrollerar med andras verktyg.
`,
    ],
    [
      'README.en.md',
      `# Evidence bundle

The whole event log up to this checkpoint, to be examined without the register and without trusting whoever handed it over:

${three}
Purpose: ${purpose}. ${disclosures === 'all' ? 'It shows names and texts that the receiver may see; handle it accordingly.' : 'No names and no texts about people are shown.'}

1. Compare the checkpoint's three lines with those printed in the minutes, and the key in \`keys/\` with the one you got elsewhere.
2. Examine: open \`tools/verify.html\` in a browser without a network, or run \`node tools/verify.mjs .\` or \`sh tools/verify.sh\`.
3. \`VERIFY.md\` says what the levels L0–L8 mean and how to check with other people's tools.
`,
    ],
    [
      'VERIFY.md',
      `# How to check this bundle

| level | what holds when it passes | by hand |
|---|---|---|
| L0 | the files are those that were handed over | \`sha256sum -c SHA256SUMS.sha256 SHA256SUMS\` |
| L1 | each event in \`events.jsonl\` is the one whose leaf is in the log | SHA-256 of the canonical JSON (RFC 8785) of \`data\`, base64url, is the leaf's \`dataHash\` |
| L2 | the leaves in \`tile/entries\` make the checkpoint's root | RFC 6962: leaf = SHA-256(0x00, entry), node = SHA-256(0x01, left, right) |
| L3 | the log, and the witnesses your policy asks for, have signed | \`checkpoint\` is a signed note (c2sp.org/signed-note), keys in \`keys/\` |
| L4 | the log goes on from every earlier checkpoint, also the one you kept | the tree of the first n leaves has the root of checkpoint n |
| L5 | no event is missing in a stream; recorded times lie between the anchors | \`rev\` counts from 0 in each \`stream\` |
| L6 | replaying the events gives the state that was stated | \`state/digests.csv\` |
| L7 | every commitment \`{"_sd": …}\` is shown, withheld, or erased by an event that says who decided it | SHA-256 of the disclosure, base64url, is the commitment |
| L8 | nothing is missing against the minutes on paper | \`reports/gaps.csv\`; \`reports/events.csv\`, column paragraph |

\`reports/\` is made from the register’s read models, which prove nothing: a starting point for questions, to be followed into the events.
Times that witnesses bound (L5) need witnesses in your policy.

Exit codes: 0 all levels that were run hold, 2 tampering, 3 something is missing, 4 an erasure nobody explained, 1 wrong use.
Time stamps (RFC 3161), where there are any: \`openssl ts -verify -data <checkpoint text> -in <token> -CAfile <authority>\`.
Without \`--policy\` the keys are the bundle's own, and level 3 says so.
`,
    ],
  ]);
}
