/** Objects that belong to an extension are not ours. */
const OURS = (catalogue, alias) => `not exists (
  select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;

const ENUMS = `
  select format('create type %s.%I as enum (%s);', $1::text, t.typname,
    (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid))
  from pg_type t
  where t.typnamespace = to_regnamespace($1) and t.typtype = 'e' and ${OURS('pg_type', 't')}
  order by t.typname`;

const SEQUENCES = `
  select format('create sequence %s.%I;', $1::text, c.relname)
  from pg_class c
  where c.relnamespace = to_regnamespace($1) and c.relkind = 'S'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
  order by c.relname`;

const TABLES = `
  select format(E'create %stable %s.%I (\\n%s\\n)%s;', case c.relpersistence when 'u' then 'unlogged ' else '' end, $1::text,
    c.relname, concat_ws(E',\\n', columns.text, constraints.text),
    coalesce(' partition by ' || pg_get_partkeydef(c.oid), ''))
  from pg_class c
  cross join lateral (
    select string_agg(concat('  ', quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' end,
      case when a.attidentity <> '' then ' generated always as identity' end,
      case when a.attgenerated = '' then ' default ' || pg_get_expr(d.adbin, d.adrelid)
           else format(' generated always as (%s) %s', pg_get_expr(d.adbin, d.adrelid),
             case a.attgenerated when 's' then 'stored' else 'virtual' end) end
    ), E',\\n' order by a.attnum) as text
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  ) columns
  cross join lateral (
    select string_agg('  ' || pg_get_constraintdef(k.oid), E',\\n'
      order by position(k.contype in 'pufcx'), pg_get_constraintdef(k.oid)) as text
    from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
  ) constraints
  where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and ${OURS('pg_class', 'c')}
  order by c.relname`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || ';'
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = to_regnamespace($1)
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  order by c.relname`;

const VIEWS = `
  select format(E'create %sview %s.%I as\\n%s', case c.relkind when 'm' then 'materialized ' else '' end, $1::text, c.relname,
    pg_get_viewdef(c.oid, true))
  from pg_class c
  where c.relnamespace = to_regnamespace($1) and c.relkind in ('v', 'm') and ${OURS('pg_class', 'c')}
  order by c.relname`;

const FUNCTIONS = `
  select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';'
  from pg_proc p
  where p.pronamespace = to_regnamespace($1) and p.prokind in ('f', 'p') and ${OURS('pg_proc', 'p')}
  order by p.proname, pg_get_function_identity_arguments(p.oid)`;

const TRIGGERS = `
  select pg_get_triggerdef(t.oid) || ';'
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = to_regnamespace($1) and not t.tgisinternal
  order by c.relname, t.tgname`;

const COMMENTS = `
  select format('comment on %s is %L;', what, description)
  from (
    select 0 as place, 'schema ' || $1 as what, obj_description(to_regnamespace($1), 'pg_namespace') as description
    union all
    select 1, format('%s %s.%I', case c.relkind when 'v' then 'view' else 'table' end, $1::text, c.relname),
      obj_description(c.oid, 'pg_class')
    from pg_class c where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p', 'v', 'm')
    union all
    select 2, format('column %s.%I.%I', $1::text, c.relname, a.attname), col_description(c.oid, a.attnum)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p', 'v', 'm')
  ) comments
  where description is not null
  order by place, what`;

/** Each takes the schema's name and gives one statement a row. */
export const PARTS = [ENUMS, SEQUENCES, TABLES, INDEXES, VIEWS, FUNCTIONS, TRIGGERS, COMMENTS];
