/* The parameters of a statement as libpq takes them. See db_private.h. */
#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/db_private.h"

static const char *
i64_array_text(struct arena *arena, const struct db_arg *arg)
{
    struct buf buf;
    buf_init(&buf, arena, 24 * arg->count + 3);
    buf_char(&buf, '{');
    for (size_t i = 0; i < arg->count; i++) {
        if (i)
            buf_char(&buf, ',');
        buf_i64(&buf, arg->i64s[i]);
    }
    buf_char(&buf, '}');
    return buf.data;
}

static const char *
str_array_text(struct arena *arena, const struct db_arg *arg)
{
    size_t size = 3;
    for (size_t i = 0; i < arg->count; i++)
        size += arg->strs[i] ? 2 * strlen(arg->strs[i]) + 3 : 5;
    char *text = arena_alloc(arena, size);
    char *out = text;
    *out++ = '{';
    for (size_t i = 0; i < arg->count; i++) {
        if (i)
            *out++ = ',';
        if (!arg->strs[i]) {
            memcpy(out, "NULL", 4);
            out += 4;
            continue;
        }
        *out++ = '"';
        for (const char *p = arg->strs[i]; *p; p++) {
            if (*p == '"' || *p == '\\')
                *out++ = '\\';
            *out++ = *p;
        }
        *out++ = '"';
    }
    *out++ = '}';
    *out = '\0';
    return text;
}

static const char *
arg_text(struct arena *arena, const struct db_arg *arg)
{
    switch (arg->type) {
    case DB_TYPE_I64:
        return arena_printf(arena, "%" PRId64, arg->i64);
    case DB_TYPE_STR:
        return arg->str;
    case DB_TYPE_BOOL:
        return arg->i64 ? "t" : "f";
    case DB_TYPE_F64:
        return arena_printf(arena, "%.17g", arg->f64);
    case DB_TYPE_I64S:
        return i64_array_text(arena, arg);
    case DB_TYPE_STRS:
        return str_array_text(arena, arg);
    case DB_TYPE_BYTES:
        return arg->str;
    case DB_TYPE_NULL:
        return NULL;
    }
    return NULL;
}

struct db_bound
db_bind(struct arena *arena, const struct db_arg *args, size_t n_args)
{
    const char **values = ARENA_ARRAY(arena, n_args + 1, const char *);
    int *lengths = ARENA_ARRAY(arena, n_args + 1, int),
        *binary = ARENA_ARRAY(arena, n_args + 1, int);
    for (size_t i = 0; i < n_args; i++) {
        values[i] = arg_text(arena, &args[i]);
        binary[i] = args[i].type == DB_TYPE_BYTES;
        lengths[i] = binary[i] ? (int)args[i].count : 0;
    }
    return (struct db_bound){values, lengths, binary, (int)n_args};
}
