/* Custom fields: facts of companies or contacts that a workspace adds to ours. A field has a key that
 * never changes (records hold {key: text} in their column custom), a label, a type and, for a choice,
 * its options. Called by the pages under Settings, the record form, import, export and filters. */
#ifndef LEADGEN_DOMAIN_CUSTOM_FIELD_H
#define LEADGEN_DOMAIN_CUSTOM_FIELD_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/record/record_field.h"

enum custom_type {
    CUSTOM_TEXT,
    CUSTOM_NUMBER,
    CUSTOM_DATE,
    CUSTOM_CHOICE,
    CUSTOM_URL,
    CUSTOM_YESNO
};

enum {
    CUSTOM_LABEL_MOST = 120, /* code points, of an option too */
    CUSTOM_OPTIONS_MOST = 100,
    CUSTOM_FIELDS_MOST = 200 /* of an entity */
};

struct custom_field {
    int64_t id, entity; /* enum record_entity */
    const char *key, *label, *type;
    const char *const *options;
    size_t n_options;
    bool archived;   /* kept, but neither shown nor offered */
    int64_t records; /* living ones that have a value; only from custom_field_counts */
};

/* The types: name as stored, words for people. NULL name last. */
struct custom_type_info {
    const char *name, *label, *hint;
};
extern const struct custom_type_info custom_types[];

/* The type of that name; CUSTOM_TEXT for one that there is none of. */
enum custom_type custom_type_of(const char *name);

/* Those of an entity (0: of both, contacts first) in the order of display; with the archived ones
 * behind the others when asked for. */
MUST_CHECK bool custom_field_all(struct ctx *ctx, int64_t entity, bool archived,
                                 struct custom_field **out, size_t *n);

/* All of both, archived ones too, with how many records have a value. */
MUST_CHECK bool custom_field_counts(struct ctx *ctx, struct custom_field **out, size_t *n);

/* NOT_FOUND. */
MUST_CHECK bool custom_field_get(struct ctx *ctx, int64_t id, struct custom_field *out);

/* The field with this key among `fields`, or NULL. */
const struct custom_field *custom_field_named(const struct custom_field *fields, size_t n,
                                              int64_t entity, const char *key);

/* What a form says of a field. */
struct custom_field_form {
    const char *label, *type;
    const char *const
        *options; /* the present options in their order under their new names; "" takes
                                   one out. Of a new field: none */
    size_t n_options;
    const char *added; /* further options, one a line */
};

/* A new field. INPUT on "label", "type" or "added". */
MUST_CHECK bool custom_field_add(struct ctx *ctx, enum record_entity entity,
                                 const struct custom_field_form *form, int64_t *id);

/* What a change did to records: the set (0: to none), the job that still works (0: done). */
struct custom_field_done {
    int64_t set_id, job_id;
    const char *label;
};

/* Changes label, options and type. Values follow renamed options and lose those taken out. Another
 * type only when every value fits it (they are then rewritten in its form): else INPUT on "type" with
 * how many do not and examples. A choice made from another type without options takes the values as
 * its options. NOT_FOUND; CONFLICT while an import runs that may use it. */
MUST_CHECK bool custom_field_change(struct ctx *ctx, int64_t id,
                                    const struct custom_field_form *form,
                                    struct custom_field_done *out);

/* One place up (-1) or down (1) among those of its entity. NOT_FOUND. */
MUST_CHECK bool custom_field_move(struct ctx *ctx, int64_t id, int by);

/* Hides the field everywhere, keeping its values; or shows it again. NOT_FOUND. */
MUST_CHECK bool custom_field_archive(struct ctx *ctx, int64_t id, bool archive);

/* How many records have a value, those in the trash too. */
MUST_CHECK bool custom_field_reach(struct ctx *ctx, const struct custom_field *field, int64_t *live,
                                   int64_t *trashed);

/* Takes the field away with all its values; undo of the set brings both back. NOT_FOUND; CONFLICT
 * while an import runs. */
MUST_CHECK bool custom_field_delete(struct ctx *ctx, int64_t id, struct custom_field_done *out);

#endif
