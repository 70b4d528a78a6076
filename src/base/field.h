/* Maps between the columns of a row and the members of a struct, by name and with a type check.
 * A map ends with FIELD_END. db.c fills structs through it. */
#ifndef LEADGEN_BASE_FIELD_H
#define LEADGEN_BASE_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum field_type {
    FIELD_TYPE_I64,  /* int64_t; NULL reads as 0 */
    FIELD_TYPE_STR,  /* const char *; NULL reads as NULL */
    FIELD_TYPE_BOOL, /* bool; NULL reads as false */
    FIELD_TYPE_F64   /* double; NULL reads as 0 */
};

struct field {
    const char *name; /* column and member */
    enum field_type type;
    size_t offset;
};

/* The _Generic inside refuses a member of another type at compile time. */
#define FIELD_CHECKED(type, member, wanted, kind)                                                  \
    {                                                                                              \
#member, kind, offsetof(type, member) + 0 * sizeof(_Generic(((type *)0)->member, wanted))  \
    }
#define FIELD_I64(type, member) FIELD_CHECKED(type, member, int64_t : 0, FIELD_TYPE_I64)
#define FIELD_STR(type, member) FIELD_CHECKED(type, member, const char * : 0, FIELD_TYPE_STR)
#define FIELD_BOOL(type, member) FIELD_CHECKED(type, member, bool : 0, FIELD_TYPE_BOOL)
#define FIELD_F64(type, member) FIELD_CHECKED(type, member, double : 0, FIELD_TYPE_F64)
#define FIELD_END                                                                                  \
    {                                                                                              \
        NULL, FIELD_TYPE_I64, 0                                                                    \
    }

#endif
