/* Import: from cells to values. A plan is the mapping and the options made ready for a million
 * rows; reading a row through it is pure. */
#ifndef LEADGEN_DOMAIN_IMPORT_PLAN_H
#define LEADGEN_DOMAIN_IMPORT_PLAN_H

#include "base/csv.h"
#include "domain/import/import_entry.h"
#include "domain/label/custom_field.h"

struct import_plan;

/* Makes the plan, in ctx->arena. fields: the definitions of the workspace's custom fields, which must
 * live as long. BUG when the mapping was not checked (import_mapping_check). */
MUST_CHECK bool import_plan_make(struct ctx *ctx, const struct import_mapping *mapping,
                                 const struct import_options *options,
                                 const struct custom_field *fields, size_t n_fields,
                                 const struct import_plan **out);

/* The main entity, and whether rows may hold the other one's facts too. */
enum record_entity import_plan_entity(const struct import_plan *plan);

/* What rows of one batch share; in the batch's arena. */
struct import_memo;
struct import_memo *import_plan_memo(struct arena *arena);

/* Reads one row into an entry in the arena. Rows that cannot stand are rejected here with their
 * reason; values that cannot be used are left out, and those that lose more than their form are
 * changed, with a note and a flag. BUG only. */
MUST_CHECK bool import_plan_read(struct ctx *ctx, const struct import_plan *plan,
                                 struct import_memo *memo, const struct csv_row *row,
                                 uint32_t n_columns, struct import_entry *out);

/* Notes the facts of a company in a contact's row that belong to nobody: it names no company, and
 * none is known by its e-mail domain. */
void import_plan_leave_company(struct arena *arena, const struct import_plan *plan,
                               const struct csv_row *row, struct import_entry *entry);

#endif
