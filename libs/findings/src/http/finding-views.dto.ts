import { AsOfView, PageMeta, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SEVERITIES, type Severity } from '../domain/rule.js';

const ID = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';
const DECISION = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
const day = (description: string, example: string) => ({ type: String, description, example, format: 'date' });

class TextView {
  @ApiProperty({ example: 'Tillkännagivet för sent' })
  sv!: string;

  @ApiProperty({ example: 'Announced late' })
  en!: string;
}

export class RuleView {
  @ApiProperty({ example: 'notice-late' })
  id!: string;

  @ApiPropertyOptional({
    description: 'Vad den gäller; saknas: vilken händelse som helst · What it is about; absent: any event',
    example: 'decision',
  })
  about?: string;

  @ApiProperty({ enum: SEVERITIES, example: 'breach' })
  severity!: Severity;

  @ApiProperty({ description: 'Lagrum eller praxis · Statute or practice', example: 'KL 8:12' })
  source!: string;

  @ApiProperty({ type: TextView })
  title!: TextView;

  @ApiProperty({ type: TextView, description: 'Med platser för uppgifterna · With places for the facts' })
  text!: TextView;
}

export class RulesBody {
  @ApiProperty({ type: [RuleView] })
  items!: RuleView[];
}

class AcknowledgementView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty(day('Från · From', '2024-05-02'))
  from!: string;

  @ApiPropertyOptional(day('Första dagen då den inte gäller · First day it no longer counts', '2027-01-01'))
  until?: string;

  @ApiProperty(sealedText('Varför den får stå · Why it may stand', 'Sekreteraren är informerad'))
  reason!: unknown;
}

export class FindingView {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Regeln · The rule', example: 'notice-late' })
  rule!: string;

  @ApiProperty({ enum: SEVERITIES, example: 'breach' })
  severity!: Severity;

  @ApiProperty({ description: 'Lagrum eller praxis · Statute or practice', example: 'KL 8:12' })
  source!: string;

  @ApiProperty({ type: TextView })
  title!: TextView;

  @ApiProperty({ type: TextView, description: 'Med uppgifterna ifyllda · With the facts in place' })
  text!: TextView;

  @ApiProperty({ description: 'Vad den gäller · What it is about', example: 'decision' })
  entityType!: string;

  @ApiProperty({ example: DECISION, format: 'uuid' })
  entityId!: string;

  @ApiPropertyOptional(
    day('Första dagen; saknas när den inte är känd · First day; absent when not known', '2024-02-26'),
  )
  raisedOn?: string;

  @ApiPropertyOptional(
    day('Första dagen då det inte längre är så · First day on which it is no longer so', '2024-03-18'),
  )
  clearedOn?: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    example: { adjustedOn: '2024-02-20', postedOn: '2024-02-26', last: '2024-02-22' },
  })
  facts!: Record<string, string | number>;

  @ApiProperty({
    description: 'Plats i loggen sedan vilken det är känt så här · Place in the log since which it is known so',
    example: '412',
  })
  knownSince!: string;

  @ApiPropertyOptional({ type: AcknowledgementView })
  acknowledgement?: AcknowledgementView;
}

export class FindingBody extends FindingView {
  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}

export class FindingsPage {
  @ApiProperty({ type: [FindingView] })
  items!: FindingView[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;

  @ApiProperty({ type: AsOfView })
  asOf!: AsOfView;
}

class GivenAcknowledgementView {
  @ApiProperty({ example: ID, format: 'uuid' })
  acknowledgementId!: string;

  @ApiProperty(day('Från · From', '2024-05-02'))
  from!: string;

  @ApiPropertyOptional(day('Första dagen då den inte gäller · First day it no longer counts', '2027-01-01'))
  to?: string;

  @ApiProperty(sealedText('Varför den får stå · Why it may stand', 'Sekreteraren är informerad'))
  reason!: unknown;
}

export class AcknowledgedBody {
  @ApiProperty({ description: 'Avvikelsen · The finding', example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: [GivenAcknowledgementView] })
  acknowledgements!: GivenAcknowledgementView[];
}
