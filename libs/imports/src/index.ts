export { Imports, type HandedIn } from './application/imports.js';
export { ImportReports, type ImportItem, type RowReport } from './application/import-reports.js';
export * from './domain/import-events.js';
export { importAggregate, IMPORT_STATUSES, type ImportState, type ImportStatus } from './domain/import.js';
export { presentImport, type ImportView } from './domain/import-view.js';
export { ImportsModule } from './imports.module.js';
export { importsSlice } from './imports.slice.js';
export { CONTENTS, TABLES, TABLE_NAMES, tableNamed, type Content, type TableName } from './tables/tables.js';
export { templateCsv, templateXlsx } from './tables/template.js';
