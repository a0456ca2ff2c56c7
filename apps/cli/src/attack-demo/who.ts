/** Who sees what an attack did. */
export const who = {
  auditor: { sv: 'revisorns verifierare', en: 'the auditor’s verifier' },
  withCheckpoint: {
    sv: 'revisorns verifierare, med kontrollpunkten från tidigare',
    en: 'the auditor’s verifier, with the checkpoint kept from before',
  },
  naive: { sv: 'en verifierare utan något från tidigare', en: 'a verifier without anything kept from before' },
  withWitness: { sv: 'en verifierare som kräver vittnet', en: 'a verifier that asks for the witness' },
  first: { sv: 'den första revisorn', en: 'the first auditor' },
  second: { sv: 'den andra revisorn', en: 'the second auditor' },
  compared: {
    sv: 'den andra revisorn, med den förstas kontrollpunkt',
    en: 'the second auditor, with the first one’s checkpoint',
  },
  witness: { sv: 'vittnet', en: 'the witness' },
  register: { sv: 'registrets egen kontroll', en: 'the register’s own check' },
  exporting: { sv: 'liggare audit export', en: 'liggare audit export' },
  reporting: (name: string) => ({ sv: `liggare audit report ${name}`, en: `liggare audit report ${name}` }),
} as const;
