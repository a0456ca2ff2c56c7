import type { InitiativeState } from './initiative.js';
import { noWork } from './work.js';

/** An initiative before its first event. */
export const UNREGISTERED: InitiativeState = {
  id: '',
  registrationId: '',
  registered: { title: '', kinds: [], level: 'unspecified', areas: [] },
  confidence: 'uncertain',
  revisions: [],
  milestones: [],
  responsibilities: [],
  partners: [],
  links: [],
  successors: [],
  ...noWork,
};
