import { AsOfView } from '@liggare/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AuditedPointView, ChangeView, EventSummaryView } from './audit-views.dto.js';

export class ResponsibleView {
  @ApiProperty({ description: 'Plats i loggen · Position in the log', example: '1204' })
  position!: string;

  @ApiProperty({ description: 'Händelsens id · Id of the event', example: 'c3a5e1b7-4d2f-5e68-9c10-7b6a5d4e3f21' })
  eventId!: string;

  @ApiProperty({ description: 'Händelsetyp · Event type', example: 'AppointmentEnded' })
  type!: string;

  @ApiProperty({
    enum: ['reality', 'knowledge'],
    description: 'Hände något, eller rättades registret? · Did something happen, or was the register corrected?',
    example: 'reality',
  })
  kind!: 'reality' | 'knowledge';

  @ApiProperty({ type: EventSummaryView, description: 'I ord · In words' })
  summary!: EventSummaryView;

  @ApiProperty({ description: 'När · When', example: '2023-02-14T09:12:33.120Z', format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({
    type: 'object',
    properties: { id: { type: 'string' }, role: { type: 'string' } },
    required: ['id', 'role'],
    description: 'Vem, pseudonym · Who, a pseudonym',
    example: { id: 'registrar-demo', role: 'registrar' },
  })
  actor!: { readonly id: string; readonly role: string };

  @ApiPropertyOptional({ type: AuditedPointView, description: 'Beslutspunkten · The decision point' })
  decision?: AuditedPointView;
}

export class ExplainedChangeView extends ChangeView {
  @ApiPropertyOptional({ type: ResponsibleView, description: 'Händelsen bakom · The event behind it' })
  by?: ResponsibleView;
}

export class DiffBody {
  @ApiProperty({
    type: [ExplainedChangeView],
    description:
      'Det vi fått veta om den första dagen: nyheter och rättelser · What we came to know of the first day: news and corrections',
  })
  knowledge!: ExplainedChangeView[];

  @ApiProperty({
    type: [ExplainedChangeView],
    description: 'Det som ändrades mellan dagarna · What changed from the one day to the other',
  })
  reality!: ExplainedChangeView[];

  @ApiProperty({ type: AsOfView, description: 'Från · From' })
  from!: AsOfView;

  @ApiProperty({ type: AsOfView, description: 'Till · To' })
  to!: AsOfView;
}

export class BlamedFieldView {
  @ApiProperty({ description: 'Fältet (JSON Pointer) · The field', example: '/appointments/0/seat' })
  pointer!: string;

  @ApiPropertyOptional({ description: 'Värdet · The value', oneOf: [{}], example: 1 })
  value?: unknown;

  @ApiProperty({ type: ResponsibleView, description: 'Händelsen bakom · The event behind it' })
  by!: ResponsibleView;
}

export class BlameBody {
  @ApiProperty({ type: [BlamedFieldView], description: 'Fält för fält · Field by field' })
  items!: BlamedFieldView[];
}
