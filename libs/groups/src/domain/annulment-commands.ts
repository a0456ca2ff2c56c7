import type { CivilDate } from '@liggare/kernel';

/** What rests on the point is void, de facto from the day the judgment became final. Again with another day: corrected. */
export interface AnnulBasis {
  readonly type: 'AnnulBasis';
  readonly decisionId: string;
  readonly point: number;
  readonly finalOn: CivilDate;
}

/** The annulment was registered in error. */
export interface RetractAnnulment {
  readonly type: 'RetractAnnulment';
  readonly decisionId: string;
  readonly point: number;
}

export type AnnulmentCommand = AnnulBasis | RetractAnnulment;
