/* The context every fallible function takes, and the one way to fail: raise a kind and a message
 * into ctx->err and return false. Only web turns a kind into an HTTP status; only batch turns it
 * into the fate of a job. */
#ifndef LEADGEN_BASE_ERR_H
#define LEADGEN_BASE_ERR_H

#include <stdbool.h>

#include "base/arena.h"

#define MUST_CHECK __attribute__((warn_unused_result))

enum err_kind {
    ERR_NONE,
    ERR_INPUT,       /* what was sent is wrong; message says what to do; field may name the place */
    ERR_NOT_FOUND,   /* no such thing for this caller */
    ERR_CONFLICT,    /* the world changed: someone else's value or a duplicate stands in the way */
    ERR_DENIED,      /* caller is known and may not */
    ERR_UNAVAILABLE, /* try again later: database, disk, outside service */
    ERR_BUG          /* a promise of ours is broken */
};

enum { ERR_MESSAGE_SIZE = 512, ERR_FIELD_SIZE = 64 };

struct err {
    enum err_kind kind;
    char message[ERR_MESSAGE_SIZE];
    char field[ERR_FIELD_SIZE]; /* name of the input field, or "" */
    const char *file;
    int line;
};

struct db;
struct conf;

/* What a function may touch: handed in by the dispatcher, the job runner or a test. */
struct ctx {
    struct arena *arena;     /* this request's or this unit's memory */
    struct db *db;           /* the process's connection; NULL in pure tools */
    const struct conf *conf; /* settings of the process; NULL in pure tools */
    bool no_outside;         /* set by web: calls to outside services are BUG */
    struct err err;
};

/* Records the failure, once: the first error of a ctx stays. Always returns false. */
#define err_raise(ctx, kind, ...) err_set((ctx), (kind), "", __FILE__, __LINE__, __VA_ARGS__)

/* The same, for the input field `field`. */
#define err_field(ctx, kind, field, ...)                                                           \
    err_set((ctx), (kind), (field), __FILE__, __LINE__, __VA_ARGS__)

bool err_set(struct ctx *ctx, enum err_kind kind, const char *field, const char *file, int line,
             const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Forgets the error, for a caller that handled it. */
void err_clear(struct ctx *ctx);

/* "INPUT", "NOT_FOUND", ...: for logs. */
const char *err_kind_name(enum err_kind kind);

#endif
