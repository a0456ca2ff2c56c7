import { AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DependentView } from './decision-pages.dto.js';
import { DECISION } from './example-ids.js';
import { LegalForceView } from './legal-force-views.dto.js';

export class StandingPointView {
  @ApiProperty({ description: 'Punkten · The point', example: 2 })
  number!: number;

  @ApiProperty({ type: LegalForceView, description: 'Laga kraft den dagen · Legal force on the day' })
  legalForce!: LegalForceView;
}

export class AboutDecisionView {
  @ApiProperty({ description: 'Det tidigare beslutet · The earlier decision', example: DECISION, format: 'uuid' })
  decisionId!: string;

  @ApiPropertyOptional({ description: 'Punkten, om en anges · The point, if it names one', example: 2 })
  point?: number;
}

export class FollowOnDecisionView {
  @ApiProperty({ description: 'Följdbeslutet · The follow-on decision', example: DECISION, format: 'uuid' })
  decisionId!: string;

  @ApiProperty({ type: AboutDecisionView, description: 'Vad det gäller · What it is about' })
  about!: AboutDecisionView;

  @ApiProperty({ type: [StandingPointView], description: 'Dess punkter · Its points' })
  points!: StandingPointView[];

  @ApiProperty({ type: [DependentView], description: 'Vad som vilar på det · What rests on it' })
  rests!: DependentView[];
}

export class DependentsOfPointBody {
  @ApiProperty({ description: 'Beslutet · The decision', example: DECISION, format: 'uuid' })
  decisionId!: string;

  @ApiProperty({ description: 'Punkten · The point', example: 2 })
  point!: number;

  @ApiProperty({ type: LegalForceView, description: 'Laga kraft den dagen · Legal force on the day' })
  legalForce!: LegalForceView;

  @ApiProperty({ type: [DependentView], description: 'I loggens ordning · In log order' })
  rests!: DependentView[];

  @ApiProperty({
    type: [FollowOnDecisionView],
    description:
      'Följdbeslut, de närmaste först; ett överklagande av det ena gäller inte det andra · Follow-on decisions',
  })
  followOn!: FollowOnDecisionView[];

  @ApiProperty({ type: AsOfView, description: 'Vad läsningen visar · What the read shows' })
  asOf!: AsOfView;
}
