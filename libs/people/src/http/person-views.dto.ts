import { AsOfView, PageMeta, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const OTHER = '7c9d1e2f-3a4b-5c5d-8e6f-7a8b9c0d1e2f';
const ID = '0b9a6f3e-6a0c-5c53-9a57-0f3c0d5d7c01';
const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';
const PARTY = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';

export class AffiliationView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  affiliationId!: string;

  @ApiProperty({ example: PARTY, format: 'uuid' })
  partyId!: string;

  @ApiPropertyOptional({
    description: 'Första dagen; saknas när den inte är känd · First day; absent when it is not known',
    example: '2022-10-15',
    format: 'date',
  })
  from?: string;

  @ApiPropertyOptional({
    description: 'Första dagen den inte längre gäller · First day it no longer holds',
    example: '2023-10-20',
    format: 'date',
  })
  to?: string;
}

export class PersonNameView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  nameId!: string;

  @ApiProperty(sealedText('Förnamn · Given name', 'Amanda'))
  givenName!: unknown;

  @ApiProperty(sealedText('Efternamn · Family name', 'Exempelsson'))
  familyName!: unknown;

  @ApiPropertyOptional({
    description: 'Första dagen; saknas när den inte är känd · First day; absent when it is not known',
    example: '2024-06-01',
    format: 'date',
  })
  from?: string;
}

export class DeathView {
  @ApiProperty({ example: FACT, format: 'uuid' })
  deathId!: string;

  @ApiProperty({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2024-01' })
  on!: string;
}

export class ContactView {
  @ApiPropertyOptional(sealedText('E-postadress · E-mail address', 'amanda@kommun.example'))
  email?: unknown;

  @ApiPropertyOptional(sealedText('Telefonnummer · Telephone number', '08-555 000 00'))
  phone?: unknown;

  @ApiPropertyOptional(sealedText('Postadress · Postal address', 'Påhittsgatan 7\n123 45 Fiktionsköping'))
  postalAddress?: unknown;
}

export class PersonHistoryView {
  @ApiProperty({ type: [PersonNameView] })
  names!: PersonNameView[];

  @ApiProperty({ type: [AffiliationView] })
  affiliations!: AffiliationView[];
}

export class MergeView {
  @ApiProperty({ description: 'Sammanslagningen · The merge', example: FACT, format: 'uuid' })
  mergeId!: string;

  @ApiProperty({ description: 'Den andra personen · The other person', example: OTHER, format: 'uuid' })
  personId!: string;
}

export class MergedPersonView extends MergeView {
  @ApiPropertyOptional(sealedText('Förnamn den dagen · Given name on the day', 'Amanda'))
  givenName?: unknown;

  @ApiPropertyOptional(sealedText('Efternamn den dagen · Family name on the day', 'Exempelsson'))
  familyName?: unknown;

  @ApiPropertyOptional({ type: [AffiliationView], description: 'Den dagen · On the day' })
  affiliations?: AffiliationView[];

  @ApiPropertyOptional({ type: DeathView, description: 'Registrerat där · Recorded there' })
  death?: DeathView;

  @ApiPropertyOptional({ type: PersonHistoryView, description: 'Oavsett dag · Whatever the day' })
  history?: PersonHistoryView;
}

export class PersonBody {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiPropertyOptional({
    description:
      'Posten togs upp av misstag; inget mer finns kvar av den · The entry was a mistake; no more is left of it',
    example: true,
  })
  registeredInError?: true;

  @ApiPropertyOptional({
    description: 'Skyddade personuppgifter: de visas inte · Protected identity: withheld, whatever the day',
    example: true,
  })
  protected?: true;

  @ApiPropertyOptional(sealedText('Förnamn den dagen · Given name on the day', 'Amanda'))
  givenName?: unknown;

  @ApiPropertyOptional(sealedText('Efternamn den dagen · Family name on the day', 'Exempelsson'))
  familyName?: unknown;

  @ApiProperty({ type: ContactView })
  contact!: ContactView;

  @ApiProperty({ type: [AffiliationView], description: 'De som gäller den dagen · Those that hold on the day' })
  affiliations!: AffiliationView[];

  @ApiPropertyOptional({
    type: DeathView,
    description:
      'Anges när personen kan ha varit avliden den dagen · Given when the person may have been dead by the day',
  })
  death?: DeathView;

  @ApiPropertyOptional({
    type: MergeView,
    description: 'Vem som står för personen sedan de visat sig vara en · Who stands for the person',
  })
  mergedInto?: MergeView;

  @ApiProperty({
    type: [MergedPersonView],
    description:
      'Poster om samma människa som personen står för; namn och tillhörigheter bara vid läsning · Entries of the same human being; names and affiliations when read only',
  })
  standsFor!: MergedPersonView[];

  @ApiProperty({
    type: PersonHistoryView,
    description: 'Alla namn och tillhörigheter, oavsett dag · All names and affiliations, whatever the day',
  })
  history!: PersonHistoryView;

  @ApiPropertyOptional({ type: AsOfView })
  asOf?: AsOfView;
}

export class PersonItem {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty(sealedText('Förnamn den dagen · Given name on the day', 'Amanda'))
  givenName!: unknown;

  @ApiProperty(sealedText('Efternamn den dagen · Family name on the day', 'Exempelsson'))
  familyName!: unknown;

  @ApiProperty({ type: [AffiliationView], description: 'De som gäller den dagen · Those that hold on the day' })
  affiliations!: AffiliationView[];

  @ApiPropertyOptional({ description: 'Ofullständigt datum (EDTF) · Partial date (EDTF)', example: '2024-01' })
  died?: string;

  @ApiPropertyOptional({
    description: 'Personen som står för den här posten om samma människa · The person that stands for this entry',
    example: OTHER,
    format: 'uuid',
  })
  samePersonAs?: string;
}

export class PersonPage {
  @ApiProperty({ type: [PersonItem] })
  items!: PersonItem[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}
