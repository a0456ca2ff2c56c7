import { PageMeta, sealedText } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ERASURE_GROUNDS, REFUSAL_GROUNDS } from '../domain/erasure-grounds.js';
import { DecisionPointDto } from './erasure.dto.js';

const ID = '3f6a7b0e-5a51-5d0b-8d0a-6c2f8e1b9a10';
const SUBJECT = '0b9a6f3e-6a0c-5c53-9a57-0f3c0d5d7c01';
const DIGEST = 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg';
const STATUS = ['requested', 'refused', 'executed', 'completed'];

export class DestroyedKeyView {
  @ApiProperty({ description: 'Nyckeln: subjekt/generation · The key: subject/generation', example: `${SUBJECT}/1` })
  keyId!: string;

  @ApiProperty({ description: 'base64url SHA-256("kc" ‖ nyckeln · key)', example: DIGEST })
  keyCommitment!: string;

  @ApiProperty({
    type: 'integer',
    description: 'Antal värden förslutna under den · Values sealed under it',
    example: 4,
  })
  affectedCount!: number;

  @ApiProperty({
    description: 'base64url SHA-256 av JCS av deras sorterade digester · of their digests',
    example: DIGEST,
  })
  affectedDigest!: string;
}

export class ErasureRefusalView {
  @ApiProperty({ enum: REFUSAL_GROUNDS, example: 'arkivlagen' })
  ground!: string;

  @ApiProperty({ description: 'Organet · The body', example: 'Kommunstyrelsen' })
  authority!: string;

  @ApiPropertyOptional(sealedText('Skälen i ord · The reasons in words', 'Protokollet ska bevaras'))
  text?: unknown;

  @ApiPropertyOptional({ type: DecisionPointDto })
  decision?: DecisionPointDto;
}

export class ErasureExecutionView {
  @ApiProperty({
    description: 'Dagen nycklarna förstördes · Day the keys were destroyed',
    example: '2024-05-02',
    format: 'date',
  })
  on!: string;

  @ApiProperty({ description: 'Organet · The body', example: 'Kommunstyrelsen' })
  authority!: string;

  @ApiProperty({ description: 'Lagrum eller gallringsbeslut · Provision or disposal rule', example: 'KS 2026:12' })
  legalBasis!: string;

  @ApiPropertyOptional({ type: DecisionPointDto })
  decision?: DecisionPointDto;

  @ApiProperty({ type: [DestroyedKeyView] })
  keys!: DestroyedKeyView[];
}

export class ErasureItem {
  @ApiProperty({ example: ID, format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Vars uppgifter · Whose data', example: SUBJECT, format: 'uuid' })
  subjectId!: string;

  @ApiProperty({ enum: STATUS, example: 'requested' })
  status!: string;

  @ApiProperty({ enum: ERASURE_GROUNDS, example: 'disposal-decision' })
  ground!: string;
}

export class ErasureBody extends ErasureItem {
  @ApiPropertyOptional(sealedText('Begäran i ord · The request in words', 'Begäran inkom per brev'))
  text?: unknown;

  @ApiPropertyOptional({ type: ErasureRefusalView })
  refusal?: ErasureRefusalView;

  @ApiPropertyOptional({ type: ErasureExecutionView })
  execution?: ErasureExecutionView;

  @ApiPropertyOptional({
    description: 'Dagen då den sista säkerhetskopian var borta · Day on which the last backup was gone',
    example: '2024-06-30',
    format: 'date',
  })
  completedOn?: string;
}

export class ErasurePage {
  @ApiProperty({ type: [ErasureItem] })
  items!: ErasureItem[];

  @ApiProperty({ type: PageMeta })
  _meta!: PageMeta;
}
