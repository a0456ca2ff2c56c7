import { Roles } from '@liggare/platform';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TABLES, tableNamed } from '../tables/tables.js';
import { templateCsv, templateXlsx } from '../tables/template.js';
import { XLSX_TYPE } from './file-types.js';
import { TemplateParameters, TemplateQuery } from './import.dto.js';
import { TemplateList } from './import-views.dto.js';

const FILE = { schema: { type: 'string', format: 'binary' } };

/** The templates that files are filled in by. */
@ApiTags('Importer · Imports')
@Controller('v1/imports/templates')
export class ImportTemplatesController {
  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get()
  @ApiOperation({ summary: 'Mallarna och deras kolumner · The templates and their columns' })
  @ApiOkResponse({ type: TemplateList })
  list(): TemplateList {
    return {
      items: TABLES.map(({ name, sv: title, columns }) => ({
        name,
        title,
        columns: columns.map(({ header, required = false, sv: description, example, kind }) => ({
          ...{ header, required, description, example },
          ...('of' in kind ? { values: Object.keys(kind.of) } : {}),
        })),
      })),
    };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'admin')
  @Get(':table')
  @ApiOperation({ summary: 'En mall att fylla i, med en exempelrad · A template to fill in, with an example row' })
  @ApiOkResponse({ content: { 'text/csv': FILE, [XLSX_TYPE]: FILE } })
  template(@Param() { table: name }: TemplateParameters, @Query() { format }: TemplateQuery): StreamableFile {
    const table = tableNamed(name);
    const bytes = format === 'xlsx' ? templateXlsx(table) : Buffer.from(templateCsv(table));
    return new StreamableFile(bytes, {
      type: format === 'xlsx' ? XLSX_TYPE : 'text/csv; charset=utf-8',
      disposition: `attachment; filename="liggare-${name}.${format}"`,
    });
  }
}
