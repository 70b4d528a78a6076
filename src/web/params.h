/* Parameters of a request: path, query, form, file and body, checked against a row's specification
 * and made into a struct. Called by the dispatcher only; handlers see the struct. Nothing from
 * outside goes further than this file without a type.
 *
 *   struct tag_add { int64_t id; const char *tag; bool everywhere; };
 *   static const struct param tag_add_items[] = {
 *       PARAM_ID(struct tag_add, id),
 *       PARAM_TEXT(struct tag_add, tag, 60, REQUIRED),
 *       PARAM_FLAG(struct tag_add, everywhere),
 *   };
 *   const struct params tag_add_params = PARAMS(struct tag_add, tag_add_items);
 *
 * The name of a parameter is the name of the member. Texts are valid UTF-8 without NUL, trimmed,
 * and "" when absent, never NULL. */
#ifndef LEADGEN_WEB_PARAMS_H
#define LEADGEN_WEB_PARAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/text.h"
#include "web/http.h"

enum param_type {
    PARAM_TYPE_ID,
    PARAM_TYPE_I64,
    PARAM_TYPE_TEXT,
    PARAM_TYPE_LONG,
    PARAM_TYPE_SECRET,
    PARAM_TYPE_CHOICE,
    PARAM_TYPE_FLAG,
    PARAM_TYPE_DATE,
    PARAM_TYPE_TEXTS,
    PARAM_TYPE_PAIRS,
    PARAM_TYPE_REST,
    PARAM_TYPE_FILE,
    PARAM_TYPE_BODY
};

enum param_presence { OPTIONAL, REQUIRED };

struct param {
    const char *name;
    enum param_type type;
    size_t offset;
    int64_t min, max;
    enum param_presence presence;
    const char *const *choices; /* NULL last */
};

struct params {
    const struct param *items;
    size_t count;
    size_t size; /* of the struct */
};

/* Several values of one name, or of names that begin alike. */
struct param_texts {
    const char *const *values;
    size_t count;
};
struct param_pair {
    const char *name, *value;
};
struct param_pairs {
    const struct param_pair
        *items; /* PAIRS: name without the prefix, no name twice; REST: as sent */
    size_t count;
};

/* An uploaded file, in LEADGEN_FILES/tmp until the request ends: move it to keep it. */
struct param_file {
    const char *path; /* NULL: none was sent */
    const char *name; /* as the client calls it, last part only */
    const char *type;
    int64_t size;
};

#define PARAM_AT(type, member, wanted)                                                             \
    (offsetof(type, member) + 0 * sizeof(_Generic(((type *)0)->member, wanted)))
#define PARAM_ITEM(type, member, kind, wanted, low, high, needed, list)                            \
    {                                                                                              \
#member, (kind), PARAM_AT(type, member, wanted), (low), (high), (needed), (list)           \
    }

/* int64_t: a key, 1 or more; in the path a wrong one is 404. */
#define PARAM_ID(type, member)                                                                     \
    PARAM_ITEM(type, member, PARAM_TYPE_ID, int64_t : 0, 1, INT64_MAX, REQUIRED, NULL)
/* int64_t: a key or nothing (0). */
#define PARAM_ID_OR_NONE(type, member)                                                             \
    PARAM_ITEM(type, member, PARAM_TYPE_ID, int64_t : 0, 1, INT64_MAX, OPTIONAL, NULL)
/* int64_t from low to high; 0 when absent. */
#define PARAM_I64(type, member, low, high, presence)                                               \
    PARAM_ITEM(type, member, PARAM_TYPE_I64, int64_t : 0, low, high, presence, NULL)
/* const char *: one line of at most `most` code points. */
#define PARAM_TEXT(type, member, most, presence)                                                   \
    PARAM_ITEM(type, member, PARAM_TYPE_TEXT, const char * : 0, 0, most, presence, NULL)
/* const char *: several lines, ended by LF. */
#define PARAM_LONG(type, member, most, presence)                                                   \
    PARAM_ITEM(type, member, PARAM_TYPE_LONG, const char * : 0, 0, most, presence, NULL)
/* const char *: a password; neither trimmed nor shown again in a form. */
#define PARAM_SECRET(type, member, most, presence)                                                 \
    PARAM_ITEM(type, member, PARAM_TYPE_SECRET, const char * : 0, 0, most, presence, NULL)
/* const char *: one of `list`, or "". */
#define PARAM_CHOICE(type, member, list, presence)                                                 \
    PARAM_ITEM(type, member, PARAM_TYPE_CHOICE, const char * : 0, 0, 0, presence, list)
/* bool: a check box: 1, on or true; absent is false. */
#define PARAM_FLAG(type, member)                                                                   \
    PARAM_ITEM(type, member, PARAM_TYPE_FLAG, bool : 0, 0, 0, OPTIONAL, NULL)
/* const char *: YYYY-MM-DD, a day that exists, or "". */
#define PARAM_DATE(type, member, presence)                                                         \
    PARAM_ITEM(type, member, PARAM_TYPE_DATE, const char * : 0, 0, 0, presence, NULL)
/* struct param_texts: up to `most` values of one name. */
#define PARAM_TEXTS(type, member, most, presence)                                                  \
    PARAM_ITEM(type, member, PARAM_TYPE_TEXTS, struct param_texts : 0, 0, most, presence, NULL)
/* struct param_pairs: up to `most` parameters named member.<rest>. */
#define PARAM_PAIRS(type, member, most)                                                            \
    PARAM_ITEM(type, member, PARAM_TYPE_PAIRS, struct param_pairs : 0, 0, most, OPTIONAL, NULL)
/* struct param_pairs: up to `most` parameters of any name that no other item has, in the order sent,
 * names repeated as they come. The handler refuses the names that it does not know, with the name.
 * Comes last. */
#define PARAM_REST(type, member, most)                                                             \
    PARAM_ITEM(type, member, PARAM_TYPE_REST, struct param_pairs : 0, 0, most, OPTIONAL, NULL)
/* struct param_file: a file of at most `most` bytes. */
#define PARAM_FILE(type, member, most, presence)                                                   \
    PARAM_ITEM(type, member, PARAM_TYPE_FILE, struct param_file : 0, 0, most, presence, NULL)
/* struct span: the body as it is (JSON, a slice of a file), at most `most` bytes. */
#define PARAM_BODY(type, member, most)                                                             \
    PARAM_ITEM(type, member, PARAM_TYPE_BODY, struct span : 0, 0, most, OPTIONAL, NULL)

#define PARAMS(type, array)                                                                        \
    {                                                                                              \
        .items = (array), .count = sizeof(array) / sizeof *(array), .size = sizeof(type)           \
    }

/* What was sent, decoded. */
enum param_source { PARAM_FROM_PATH, PARAM_FROM_QUERY, PARAM_FROM_BODY };
struct param_value {
    const char *name, *value;
    enum param_source source;
};
struct param_upload {
    const char *name;
    struct param_file file;
};
struct param_set {
    struct param_value *values;
    size_t count, size;
    struct param_upload *uploads;
    size_t n_uploads;
    struct span body;
    bool too_large; /* with an INPUT error: the answer is 413 */
};

enum {
    PARAMS_MOST = 20000,            /* values in one request */
    PARAMS_NAME_MOST = 200,         /* bytes of a name */
    PARAMS_FORM_MOST = 1024 * 1024, /* bytes of all texts of a form */
    PARAMS_QUERY_MOST = 16 * 1024,  /* bytes of a query */
};

/* Adds one value; a copy is not made. */
void params_add(struct arena *arena, struct param_set *set, const char *name, const char *value,
                enum param_source source);

/* Adds name=value&… percent-encoded. INPUT: bad encoding, NUL, invalid UTF-8, too many. */
MUST_CHECK bool params_add_encoded(struct ctx *ctx, struct param_set *set, const char *text,
                                   size_t length, enum param_source source);

/* Reads the body by its Content-Type: a form, a form with files, or, when the specification has a
 * PARAM_BODY, as it is. INPUT when it is none of these or too large. */
MUST_CHECK bool params_read_body(struct ctx *ctx, struct param_set *set,
                                 const struct params *params, const struct http_in *in);

/* Takes out the value of a name (the CSRF token); "" when absent. INPUT when it is there twice. */
MUST_CHECK bool params_take(struct ctx *ctx, struct param_set *set, const char *name,
                            const char **value);

/* Makes the struct. A name that the specification does not have (unless ignore_unknown) and a
 * repeated one are INPUT at once. A value that does not fit is told to on_error, which goes on, and
 * is INPUT at the end; in the path it is NOT_FOUND. */
typedef void params_error_fn(void *arg, const char *name, const char *message);
MUST_CHECK bool params_bind(struct ctx *ctx, const struct params *params,
                            const struct param_set *set, bool ignore_unknown, void **out,
                            params_error_fn *on_error, void *arg);

/* Decodes %XX (and + as blank in forms) into the arena. False: bad encoding, NUL, not UTF-8. */
bool params_decode(struct arena *arena, const char *text, size_t length, bool form,
                   const char **out);

/* The value of a cookie, or "". */
const char *params_cookie(struct arena *arena, const char *header, const char *name);

#endif
