export { CONTENTS, TABLES, TABLE_NAMES, tableNamed, type Content, type TableName } from './tables/tables.js';
export { templateCsv, templateXlsx } from './tables/template.js';
