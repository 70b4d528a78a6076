/* Import, step 2: what each column of a file becomes. A target is a field of the field table, a way
 * to split one, a custom field, or nothing. Pure: proposals come from header words and values only;
 * remembered mappings are looked up by import_mapping_signature and passed in by the caller. */
#ifndef LEADGEN_DOMAIN_IMPORT_MAPPING_H
#define LEADGEN_DOMAIN_IMPORT_MAPPING_H

#include "base/err.h"
#include "domain/record/record_field.h"

/* A target as text, the form used in forms, --map files and JSON:
 *   "company.<field>", "contact.<field>"   a field with RECORD_IMPORT
 *   "contact.full_name"                    split into prefix, first, last, suffix
 *   "company.employees_min" is not a target: ranges go to company.employees
 *   "company.custom.<key>", "contact.custom.<key>"   a custom field, created when it is new
 *   "tags"                                 values become tags of the main record
 *   ""                                     leave the column out */
enum { IMPORT_TARGET_SIZE = 96, IMPORT_KEY_SIZE = 60, IMPORT_LABEL_MAX = 100 };

struct import_column {
    const char *header; /* as in the file, may be "" */
    char target[IMPORT_TARGET_SIZE];
    double confidence;        /* 0..1: >= .75 sure, >= .40 check, below unclear */
    const char *reason;       /* one plain sentence for people */
    const char *custom_label; /* for a proposed custom field: its label; else NULL */
    const char *custom_type;  /* for a new custom field: a name of custom_types; NULL: text */
};

/* One of several tables in a file. */
struct import_table {
    int64_t line, rows;        /* of its header; data rows */
    const char *title, *names; /* "" or the line above it; its first columns */
};

struct import_sample {
    enum record_entity entity; /* what the rows are about, when the person said so; 0: find out */
    size_t n_columns, n_rows;
    const char *const *headers;     /* n_columns */
    const char *const *const *rows; /* n_rows arrays of n_columns cells, none NULL */
    size_t n_read, n_short, n_long; /* rows looked at, those with too few and too many cells */
    bool whole;                     /* n_about is exact */
    int64_t n_about;                /* how many there are */
    struct import_table *tables;    /* the one that is read, and those behind it */
    size_t n_tables;
};

struct import_mapping {
    enum record_entity entity; /* the file's main entity: what each row is about */
    double entity_confidence;
    const char *entity_reason;
    const char *known_export; /* "LinkedIn connections", "Apollo contacts", ... or NULL */
    size_t n_columns;
    struct import_column *columns;
};

/* Proposes a target for every column and the main entity of the file. No target is proposed twice but
 * "", "tags", "contact.other_emails" and "contact.other_phones", which put their columns together.
 * Proposals with a confidence below .40, custom fields among them, are for people to look at; without
 * one they are better left out. Never fails on strange headers; BUG on NULL cells. */
MUST_CHECK bool import_mapping_propose(struct ctx *ctx, const struct import_sample *sample,
                                       struct import_mapping *out);

/* True for a text that is a target in the sense above, "" included. */
bool import_mapping_is_target(const char *target);

/* Checks a mapping that a person or a --map file gives for `entity`: known targets, none twice,
 * something that says who the record is. INPUT with the column's name and the field "target.N" (its
 * place from 0), or "target" when no single column is wrong. */
MUST_CHECK bool import_mapping_check(struct ctx *ctx, const struct import_mapping *mapping);

/* As JSON, the form in which import.mapping keeps it; import.h reads it back. */
struct jsn;
struct jsn *import_mapping_write(struct arena *arena, const struct import_mapping *mapping);

/* The key under which a tenant's mapping for this header is remembered: hex of a hash over the folded
 * header names in order. */
const char *import_mapping_signature(struct arena *arena, const char *const *headers, size_t n);

/* What people choose from: all targets of both entities with label and group, in display order. */
struct import_target {
    const char *target, *label, *group;
};
const struct import_target *import_mapping_targets(struct arena *arena, size_t *n);

/* A custom field of the workspace. */
struct import_custom_field {
    int64_t entity;
    const char *key, *label;
};

/* Makes column `place` a new custom field of the entity, named `label` (empty: the header). The key
 * is one that no other column and no known field has. */
void import_mapping_new_field(struct arena *arena, struct import_mapping *mapping, size_t place,
                              enum record_entity entity, const char *label,
                              const struct import_custom_field *known, size_t n_known);

#endif
