/* JSON over json-c. A struct jsn is a json_object under another name, so that nobody else needs to
 * include json-c. See json.h. */
#include "base/json.h"

#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_check.h"
#include "base/text.h"
#include "base/utf8.h"

static json_object *
inside(const struct jsn *value)
{
    json_object *object;
    memcpy(&object, &value, sizeof object);
    return object;
}

static struct jsn *
outside(json_object *object)
{
    return (struct jsn *)object;
}

static void
put(void *arg)
{
    json_object_put(arg);
}

/* The arena holds one reference of its own to each value that was made in it. */
static struct jsn *
keep(struct arena *arena, json_object *object)
{
    if (!object) {
        fprintf(stderr, "out of memory: a JSON value\n");
        abort();
    }
    arena_defer(arena, put, object);
    return outside(object);
}

static json_object *
text_object(const char *text, size_t length)
{
    if (length > INT32_MAX / 3)
        length = INT32_MAX / 3;
    if (text_is_utf8(text, length))
        return json_object_new_string_len(text, (int)length);
    char *clean = malloc(length * 3 + 1);
    if (!clean)
        return NULL;
    json_object *object = json_object_new_string_len(clean, (int)utf8_replace(text, length, clean));
    free(clean);
    return object;
}

struct jsn *
jsn_object(struct arena *arena)
{
    return keep(arena, json_object_new_object());
}

struct jsn *
jsn_array(struct arena *arena)
{
    return keep(arena, json_object_new_array());
}

struct jsn *
jsn_text(struct arena *arena, const char *text)
{
    return text ? jsn_text_n(arena, text, strlen(text)) : NULL;
}

struct jsn *
jsn_text_n(struct arena *arena, const char *text, size_t length)
{
    return keep(arena, text_object(text, length));
}

struct jsn *
jsn_int(struct arena *arena, int64_t number)
{
    return keep(arena, json_object_new_int64(number));
}

struct jsn *
jsn_number(struct arena *arena, double number)
{
    char text[32];
    if (!isfinite(number))
        return NULL; /* JSON has no word for it */
    /* The shortest of the usual forms that reads back as the same number: 0.95, not 0.9499...96. */
    snprintf(text, sizeof text, "%.15g", number);
    if (strtod(text, NULL) != number)
        snprintf(text, sizeof text, "%.17g", number);
    if (strspn(text, "-0123456789") == strlen(text))
        strncat(text, ".0", sizeof text - strlen(text) - 1);
    return keep(arena, json_object_new_double_s(number, text));
}

struct jsn *
jsn_bool(struct arena *arena, bool value)
{
    return keep(arena, json_object_new_boolean(value));
}

void
jsn_set(struct jsn *object, const char *key, struct jsn *value)
{
    json_object_object_add(inside(object), key, json_object_get(inside(value)));
}

void
jsn_add(struct jsn *array, struct jsn *value)
{
    json_object_array_add(inside(array), json_object_get(inside(value)));
}

void
jsn_set_text(struct jsn *object, const char *key, const char *text)
{
    json_object_object_add(inside(object), key, text ? text_object(text, strlen(text)) : NULL);
}

void
jsn_set_int(struct jsn *object, const char *key, int64_t number)
{
    json_object_object_add(inside(object), key, json_object_new_int64(number));
}

void
jsn_set_bool(struct jsn *object, const char *key, bool value)
{
    json_object_object_add(inside(object), key, json_object_new_boolean(value));
}

const char *
jsn_write(struct arena *arena, const struct jsn *value)
{
    return arena_strdup(
        arena, json_object_to_json_string_ext(inside(value), JSON_C_TO_STRING_PLAIN |
                                                                 JSON_C_TO_STRING_NOSLASHESCAPE));
}

enum jsn_kind
jsn_kind(const struct jsn *value)
{
    switch (json_object_get_type(inside(value))) {
    case json_type_null:
        return JSN_NULL;
    case json_type_boolean:
        return JSN_BOOL;
    case json_type_double:
        return JSN_NUMBER;
    case json_type_int:
        return JSN_INT;
    case json_type_object:
        return JSN_OBJECT;
    case json_type_array:
        return JSN_ARRAY;
    case json_type_string:
        return JSN_TEXT;
    }
    return JSN_NULL;
}

struct jsn *
jsn_get(const struct jsn *object, const char *key)
{
    json_object *value = NULL;
    if (jsn_kind(object) == JSN_OBJECT)
        json_object_object_get_ex(inside(object), key, &value);
    return outside(value);
}

size_t
jsn_length(const struct jsn *array)
{
    return jsn_kind(array) == JSN_ARRAY ? json_object_array_length(inside(array)) : 0;
}

struct jsn *
jsn_at(const struct jsn *array, size_t index)
{
    if (jsn_kind(array) != JSN_ARRAY || index >= json_object_array_length(inside(array)))
        return NULL;
    return outside(json_object_array_get_idx(inside(array), index));
}

const char *
jsn_as_text(const struct jsn *value, const char *other)
{
    return jsn_kind(value) == JSN_TEXT ? json_object_get_string(inside(value)) : other;
}

bool
jsn_has_nul(const struct jsn *value)
{
    return jsn_kind(value) == JSN_TEXT && strlen(json_object_get_string(inside(value))) !=
                                              (size_t)json_object_get_string_len(inside(value));
}

int64_t
jsn_as_int(const struct jsn *value, int64_t other)
{
    return jsn_kind(value) == JSN_INT ? json_object_get_int64(inside(value)) : other;
}

double
jsn_as_number(const struct jsn *value, double other)
{
    enum jsn_kind kind = jsn_kind(value);
    return kind == JSN_INT || kind == JSN_NUMBER ? json_object_get_double(inside(value)) : other;
}

bool
jsn_as_bool(const struct jsn *value, bool other)
{
    return jsn_kind(value) == JSN_BOOL ? json_object_get_boolean(inside(value)) != 0 : other;
}

bool
jsn_member(const struct jsn *object, const void **at, const char **key, struct jsn **value)
{
    if (jsn_kind(object) != JSN_OBJECT)
        return false;
    const struct lh_entry *last = *at;
    const struct lh_entry *entry = last ? last->next : json_object_get_object(inside(object))->head;
    if (!entry)
        return false;
    *at = entry;
    *key = lh_entry_k(entry);
    *value = outside(lh_entry_v(entry));
    return true;
}

/* Members of all objects in a value; fewer than were written means that a key stood twice. */
static size_t
count_members(json_object *object)
{
    size_t count = 0;
    if (json_object_is_type(object, json_type_object)) {
        json_object_object_foreach(object, key, member)
        {
            (void)key;
            count += 1 + count_members(member);
        }
    } else if (json_object_is_type(object, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(object); i++)
            count += count_members(json_object_array_get_idx(object, i));
    }
    return count;
}

bool
jsn_read(struct ctx *ctx, struct arena *arena, const char *bytes, size_t length, struct jsn **out)
{
    struct json_check check;
    *out = NULL;
    if (length > JSN_BYTES_MAX)
        return err_raise(ctx, ERR_INPUT, "The JSON text is larger than %d MB.",
                         JSN_BYTES_MAX / 1024 / 1024);
    if (!json_check(bytes, length, JSN_DEPTH_MAX, &check))
        return err_raise(ctx, ERR_INPUT, "Not valid JSON: %s at line %zu, byte %zu.", check.problem,
                         check.line, check.at);
    struct json_tokener *tokener = json_tokener_new_ex(JSN_DEPTH_MAX + 2);
    if (!tokener)
        abort();
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    json_object *object = json_tokener_parse_ex(tokener, bytes, (int)length);
    enum json_tokener_error error = json_tokener_get_error(tokener);
    if (error == json_tokener_continue) {
        /* A number at the end of the input needs to be told that it ends. */
        object = json_tokener_parse_ex(tokener, "", 1);
        error = json_tokener_get_error(tokener);
    }
    json_tokener_free(tokener);
    if (object)
        *out = keep(arena, object);
    if (error != json_tokener_success)
        return err_raise(ctx, ERR_INPUT, "Not valid JSON: %s.", json_tokener_error_desc(error));
    if (count_members(object) != check.members)
        return err_raise(ctx, ERR_INPUT, "Not valid JSON: an object names the same key twice.");
    return true;
}
