import type { CivilDate, PartialDate } from '@liggare/kernel';
import { IsCivilDate, IsPartialDate, MayBeAbsent } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  ELIGIBILITY_GROUNDS,
  RECALL_GROUNDS,
  type EligibilityGround,
  type RecallGround,
} from '../domain/vocabulary.js';
import { APPOINTMENT, FACT } from './example-ids.js';
import { BasedDto, DecisionPointRefDto } from '@liggare/decisions';

export class LoseEligibilityDto extends BasedDto {
  @ApiProperty({ enum: ELIGIBILITY_GROUNDS, description: 'Varför · Why', example: 'moved' })
  @IsIn(ELIGIBILITY_GROUNDS)
  ground!: EligibilityGround;

  @ApiProperty({
    type: String,
    description: 'När skälet uppkom, t.ex. flyttdagen (EDTF) · When the ground arose, e.g. the day of moving',
    example: '2025-01-15',
  })
  @IsPartialDate()
  since!: PartialDate;

  @ApiPropertyOptional({
    type: String,
    description:
      'Fullmäktigesammanträdet då uppdraget upphör, om det är känt · The council meeting at which the appointment ends, when known',
    example: '2025-02-10',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  endsOn?: CivilDate;
}

export class RetainDespiteLossDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Beslutsdagen · Day of the decision',
    example: '2025-02-10',
    format: 'date',
  })
  @IsCivilDate()
  on!: CivilDate;
}

export class RecallAllDto extends BasedDto {
  @ApiProperty({
    type: String,
    description: 'Nya valets dag, första dag utan uppdragen · Day of the new election, first day without',
    example: '2025-06-09',
    format: 'date',
  })
  @IsCivilDate()
  on!: CivilDate;

  @ApiProperty({ enum: RECALL_GROUNDS, description: 'Grund (4 kap. 10 § KL) · Ground', example: 'majority-shifted' })
  @IsIn(RECALL_GROUNDS)
  ground!: RecallGround;
}

class RetainedView {
  @ApiProperty({ description: 'Beslutsdagen · Day of the decision', example: '2025-02-10', format: 'date' })
  on!: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;
}

export class EligibilityLossView {
  @ApiProperty({ description: 'Uppgiftens id · Id of the loss', example: FACT, format: 'uuid' })
  lossId!: string;

  @ApiProperty({ description: 'Uppdraget · The appointment', example: APPOINTMENT, format: 'uuid' })
  appointmentId!: string;

  @ApiProperty({ enum: ELIGIBILITY_GROUNDS, description: 'Varför · Why', example: 'moved' })
  ground!: EligibilityGround;

  @ApiProperty({ description: 'Sedan (EDTF) · Since', example: '2025-01-15' })
  since!: string;

  @ApiPropertyOptional({ type: DecisionPointRefDto, description: 'Beslutspunkten · The decision point' })
  basis?: DecisionPointRefDto;

  @ApiPropertyOptional({ type: RetainedView, description: 'Fullmäktige lät hen stanna · The council let them stay' })
  retained?: RetainedView;
}

export class AnnulledBasisView {
  @ApiProperty({ description: 'Beslutet · The decision', example: FACT, format: 'uuid' })
  decisionId!: string;

  @ApiProperty({ description: 'Punkten · The point', example: 2 })
  point!: number;

  @ApiProperty({
    description: 'Domen vann laga kraft · The judgment became final',
    example: '2024-11-11',
    format: 'date',
  })
  finalOn!: string;
}
