/* Parameters: decoding and typed binding. See params.h; bodies are read in params_body.c. */
#include "web/params.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool
params_decode(struct arena *arena, const char *text, size_t length, bool form, const char **out)
{
    char *bytes = arena_alloc(arena, length + 1);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '%') {
            int high = i + 2 < length ? hex_digit(text[i + 1]) : -1;
            int low = i + 2 < length ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return false;
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+' && form) {
            c = ' ';
        }
        if (c == '\0')
            return false;
        bytes[n++] = c;
    }
    bytes[n] = '\0';
    *out = bytes;
    return text_is_utf8(bytes, n);
}

void
params_add(struct arena *arena, struct param_set *set, const char *name, const char *value,
           enum param_source source)
{
    if (set->count == set->size) {
        size_t size = set->size ? set->size * 2 : 32;
        struct param_value *values = ARENA_ARRAY(arena, size, struct param_value);
        if (set->count)
            memcpy(values, set->values, set->count * sizeof *values);
        set->values = values;
        set->size = size;
    }
    set->values[set->count++] =
        (struct param_value){.name = name, .value = value, .source = source};
}

bool
params_add_encoded(struct ctx *ctx, struct param_set *set, const char *text, size_t length,
                   enum param_source source)
{
    const char *end = text + length;
    while (text < end) {
        const char *stop = memchr(text, '&', (size_t)(end - text));
        if (!stop)
            stop = end;
        const char *equals = memchr(text, '=', (size_t)(stop - text));
        const char *name_end = equals ? equals : stop;
        const char *from = equals ? equals + 1 : stop;
        const char *name = NULL, *value = NULL;
        if (stop == text) {
            text = stop + 1;
            continue;
        }
        if (set->count >= PARAMS_MOST)
            return err_raise(ctx, ERR_INPUT, "More than %d parameters were sent.", PARAMS_MOST);
        if ((size_t)(name_end - text) > PARAMS_NAME_MOST ||
            !params_decode(ctx->arena, text, (size_t)(name_end - text), true, &name) || !*name)
            return err_raise(ctx, ERR_INPUT, "The name of a parameter is not readable.");
        if (!params_decode(ctx->arena, from, (size_t)(stop - from), true, &value))
            return err_field(ctx, ERR_INPUT, name, "The parameter \"%s\" is not readable text.",
                             name);
        params_add(ctx->arena, set, name, value, source);
        text = stop + 1;
    }
    return true;
}

bool
params_take(struct ctx *ctx, struct param_set *set, const char *name, const char **value)
{
    *value = "";
    size_t kept = 0, seen = 0;
    for (size_t i = 0; i < set->count; i++) {
        if (set->values[i].source == PARAM_FROM_BODY && !strcmp(set->values[i].name, name)) {
            *value = set->values[i].value;
            seen++;
        } else {
            set->values[kept++] = set->values[i];
        }
    }
    set->count = kept;
    return seen < 2 ||
           err_field(ctx, ERR_INPUT, name, "The parameter \"%s\" was sent twice.", name);
}

const char *
params_cookie(struct arena *arena, const char *header, const char *name)
{
    size_t name_length = strlen(name);
    while (*header) {
        header += strspn(header, "; \t");
        size_t length = strcspn(header, ";");
        if (length > name_length && !strncmp(header, name, name_length) &&
            header[name_length] == '=')
            return arena_strndup(arena, header + name_length + 1, length - name_length - 1);
        header += length;
    }
    return "";
}

enum { VALUE_SHOWN = 40, CHOICES_SHOWN = 300 };

/* What binding carries along. */
struct bind {
    struct ctx *ctx;
    char *out;
    params_error_fn *on_error;
    void *arg;
    bool failed;
};

static void *
member(struct bind *bind, const struct param *param)
{
    return bind->out + param->offset;
}

/* A value that does not fit: remembered, binding goes on, so a form shows every error at once. */
static void
refuse(struct bind *bind, const struct param *param, enum param_source source, const char *message)
{
    bind->failed = true;
    if (source == PARAM_FROM_PATH) {
        err_raise(bind->ctx, ERR_NOT_FOUND, "path parameter %s", param->name);
        return;
    }
    bind->on_error(bind->arg, param->name, message);
    err_field(bind->ctx, ERR_INPUT, param->name, "%s: %s", param->name, message);
}

static void
bind_i64(struct bind *bind, const struct param *param, const struct param_value *value)
{
    const char *digits = text_trim(bind->ctx->arena, value->value);
    if (!*digits) {
        if (param->presence == REQUIRED)
            refuse(bind, param, value->source, "Fill this in.");
        return;
    }
    char *end = NULL;
    errno = 0;
    long long number = strtoll(digits, &end, 10);
    bool plain = strspn(digits, "0123456789-") == strlen(digits);
    if (errno || *end || !plain || number < param->min || number > param->max) {
        refuse(bind, param, value->source,
               param->type == PARAM_TYPE_ID
                   ? "Choose one of the entries."
                   : arena_printf(bind->ctx->arena,
                                  "Enter a whole number from %" PRId64 " to %" PRId64 ".",
                                  param->min, param->max));
        return;
    }
    int64_t result = number;
    memcpy(member(bind, param), &result, sizeof result);
}

/* CR LF and CR become LF. */
static char *
plain_line_ends(struct arena *arena, const char *text)
{
    char *copy = arena_alloc(arena, strlen(text) + 1), *to = copy;
    for (; *text; text++) {
        if (*text == '\r' && text[1] == '\n')
            continue;
        *to++ = *text == '\r' ? '\n' : *text;
    }
    return copy;
}

static bool
has_control(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7F)
            return true;
    return false;
}

static void
bind_text(struct bind *bind, const struct param *param, const struct param_value *value)
{
    struct arena *arena = bind->ctx->arena;
    const char *text = value->value;
    if (param->type == PARAM_TYPE_LONG)
        text = plain_line_ends(arena, text);
    if (param->type != PARAM_TYPE_SECRET)
        text = text_trim(arena, text);
    memcpy(member(bind, param), &text, sizeof text);
    if (!*text && param->presence == REQUIRED)
        refuse(bind, param, value->source, "Fill this in.");
    else if (text_count(text) > (size_t)param->max)
        refuse(bind, param, value->source,
               arena_printf(arena, "Shorten this to %" PRId64 " characters; it has %zu.",
                            param->max, text_count(text)));
    else if (param->type != PARAM_TYPE_LONG && has_control(text))
        refuse(bind, param, value->source, "Enter one line without control characters.");
}

/* Who writes an address sees no entries to choose from. */
static const char *
not_known(struct bind *bind, const struct param *param, const char *text)
{
    struct arena *arena = bind->ctx->arena;
    const char *const *choices = param->choices;
    size_t n = 0;
    if (*choices && !**choices)
        choices++; /* nobody types the empty one */
    while (choices[n])
        n++;
    return arena_printf(arena, "\"%s\" is not known here. Known: %s.",
                        text_cut(arena, text, VALUE_SHOWN),
                        text_listing(arena, choices, n, CHOICES_SHOWN));
}

static void
bind_choice(struct bind *bind, const struct param *param, const struct param_value *value)
{
    if (!*value->value && param->presence == OPTIONAL)
        return;
    for (size_t i = 0; param->choices[i]; i++) {
        if (strcmp(param->choices[i], value->value) != 0)
            continue;
        memcpy(member(bind, param), &param->choices[i], sizeof param->choices[i]);
        return;
    }
    refuse(bind, param, value->source,
           value->source == PARAM_FROM_QUERY ? not_known(bind, param, value->value)
                                             : "Choose one of the entries.");
}

static void
bind_flag(struct bind *bind, const struct param *param, const struct param_value *value)
{
    const char *text = value->value;
    bool on = !strcmp(text, "1") || !strcmp(text, "on") || !strcmp(text, "true");
    if (!on && strcmp(text, "") != 0 && strcmp(text, "0") != 0 && strcmp(text, "false") != 0)
        refuse(bind, param, value->source, "Send 1 or 0.");
    memcpy(member(bind, param), &on, sizeof on);
}

static bool
is_date(const char *text)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    int number[3] = {0};
    for (size_t i = 0, part = 0; i < 10; i++) {
        if (i == 4 || i == 7)
            part++;
        else if (text[i] < '0' || text[i] > '9')
            return false;
        else
            number[part] = number[part] * 10 + (text[i] - '0');
    }
    int year = number[0], month = number[1], day = number[2];
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month != 2 || day < 29 || leap;
}

static void
bind_date(struct bind *bind, const struct param *param, const struct param_value *value)
{
    const char *text = text_trim(bind->ctx->arena, value->value);
    if (!*text && param->presence == REQUIRED)
        refuse(bind, param, value->source, "Fill this in.");
    else if (*text && !is_date(text))
        refuse(bind, param, value->source, "Enter a date as year-month-day, such as 2026-11-21.");
    else
        memcpy(member(bind, param), &text, sizeof text);
}

static void
bind_one(struct bind *bind, const struct param *param, const struct param_value *value)
{
    switch (param->type) {
    case PARAM_TYPE_ID:
    case PARAM_TYPE_I64:
        bind_i64(bind, param, value);
        break;
    case PARAM_TYPE_TEXT:
    case PARAM_TYPE_LONG:
    case PARAM_TYPE_SECRET:
        bind_text(bind, param, value);
        break;
    case PARAM_TYPE_CHOICE:
        bind_choice(bind, param, value);
        break;
    case PARAM_TYPE_FLAG:
        bind_flag(bind, param, value);
        break;
    case PARAM_TYPE_DATE:
        bind_date(bind, param, value);
        break;
    case PARAM_TYPE_TEXTS:
    case PARAM_TYPE_PAIRS:
    case PARAM_TYPE_REST:
    case PARAM_TYPE_FILE:
    case PARAM_TYPE_BODY:
        break;
    }
}

/* Whether a sent name belongs to the parameter. */
static bool
is_named(const struct param *param, const char *name)
{
    size_t length = strlen(param->name);
    if (param->type == PARAM_TYPE_PAIRS)
        return !strncmp(name, param->name, length) && name[length] == '.' && name[length + 1];
    return param->type != PARAM_TYPE_REST && param->type != PARAM_TYPE_FILE &&
           param->type != PARAM_TYPE_BODY && !strcmp(name, param->name);
}

/* Whether one of the specification's other parameters has a sent name. */
static bool
is_taken(const struct params *params, const char *name)
{
    for (size_t i = 0; i < params->count; i++)
        if (is_named(&params->items[i], name))
            return true;
    return false;
}

/* All values of a PARAM_TEXTS, in the order sent. */
static void
bind_texts(struct bind *bind, const struct param *param, const struct param_set *set)
{
    struct param_texts texts = {0};
    const char **values = ARENA_ARRAY(bind->ctx->arena, set->count + 1, const char *);
    enum param_source source = PARAM_FROM_BODY;
    for (size_t i = 0; i < set->count; i++) {
        if (!is_named(param, set->values[i].name))
            continue;
        source = set->values[i].source;
        values[texts.count++] = text_trim(bind->ctx->arena, set->values[i].value);
    }
    texts.values = values;
    memcpy(member(bind, param), &texts, sizeof texts);
    if (texts.count > (size_t)param->max)
        refuse(bind, param, source,
               arena_printf(bind->ctx->arena, "Choose at most %" PRId64 ".", param->max));
    else if (!texts.count && param->presence == REQUIRED)
        refuse(bind, param, source, "Choose at least one.");
}

static int
by_pair_name(const void *a, const void *b)
{
    const struct param_pair *left = a, *right = b;
    return strcmp(left->name, right->name);
}

static bool
bind_pairs(struct bind *bind, const struct param *param, const struct param_set *set)
{
    struct param_pairs pairs = {0};
    size_t skip = strlen(param->name) + 1;
    struct param_pair *items = ARENA_ARRAY(bind->ctx->arena, set->count + 1, struct param_pair);
    for (size_t i = 0; i < set->count; i++) {
        if (is_named(param, set->values[i].name))
            items[pairs.count++] = (struct param_pair){
                set->values[i].name + skip, text_trim(bind->ctx->arena, set->values[i].value)};
    }
    struct param_pair *sorted = ARENA_ARRAY(bind->ctx->arena, pairs.count + 1, struct param_pair);
    memcpy(sorted, items, pairs.count * sizeof *items);
    qsort(sorted, pairs.count, sizeof *sorted, by_pair_name);
    for (size_t i = 1; i < pairs.count; i++)
        if (!strcmp(sorted[i - 1].name, sorted[i].name))
            return err_field(bind->ctx, ERR_INPUT, param->name,
                             "The parameter \"%s.%s\" was sent twice.", param->name,
                             sorted[i].name);
    pairs.items = items;
    memcpy(member(bind, param), &pairs, sizeof pairs);
    if (pairs.count > (size_t)param->max)
        refuse(bind, param, PARAM_FROM_BODY,
               arena_printf(bind->ctx->arena, "At most %" PRId64 " are possible.", param->max));
    return true;
}

static void
bind_rest(struct bind *bind, const struct params *params, const struct param *param,
          const struct param_set *set)
{
    struct param_pairs pairs = {0};
    struct param_pair *items = ARENA_ARRAY(bind->ctx->arena, set->count + 1, struct param_pair);
    for (size_t i = 0; i < set->count; i++) {
        const struct param_value *sent = &set->values[i];
        if (sent->source != PARAM_FROM_PATH && !is_taken(params, sent->name))
            items[pairs.count++] =
                (struct param_pair){sent->name, text_trim(bind->ctx->arena, sent->value)};
    }
    pairs.items = items;
    memcpy(member(bind, param), &pairs, sizeof pairs);
    if (pairs.count > (size_t)param->max)
        refuse(bind, param, PARAM_FROM_QUERY,
               arena_printf(bind->ctx->arena, "At most %" PRId64 " are possible.", param->max));
}

static void
bind_file(struct bind *bind, const struct param *param, const struct param_set *set)
{
    for (size_t i = 0; i < set->n_uploads; i++) {
        if (strcmp(set->uploads[i].name, param->name) != 0)
            continue;
        memcpy(member(bind, param), &set->uploads[i].file, sizeof set->uploads[i].file);
        return;
    }
    if (param->presence == REQUIRED)
        refuse(bind, param, PARAM_FROM_BODY, "Choose a file.");
}

/* A parameter that takes exactly one value. */
static bool
bind_single(struct bind *bind, const struct param *param, const struct param_set *set)
{
    const struct param_value *value = NULL;
    for (size_t i = 0; i < set->count; i++) {
        if (!is_named(param, set->values[i].name))
            continue;
        if (value)
            return err_field(bind->ctx, ERR_INPUT, param->name,
                             "The parameter \"%s\" was sent twice.", param->name);
        value = &set->values[i];
    }
    struct param_value absent = {.name = param->name, .value = "", .source = PARAM_FROM_BODY};
    bind_one(bind, param, value ? value : &absent);
    return true;
}

static bool
check_known(struct ctx *ctx, const struct params *params, const struct param_set *set)
{
    if (params->count && params->items[params->count - 1].type == PARAM_TYPE_REST)
        return true;
    for (size_t i = 0; i < set->count; i++) {
        if (!is_taken(params, set->values[i].name))
            return err_field(ctx, ERR_INPUT, set->values[i].name,
                             "This page has no parameter \"%s\".", set->values[i].name);
    }
    return true;
}

/* Texts of a struct are never NULL, so handlers need not ask. */
static void
preset(struct bind *bind, const struct param *param)
{
    static const char *const empty = "";
    switch (param->type) {
    case PARAM_TYPE_TEXT:
    case PARAM_TYPE_LONG:
    case PARAM_TYPE_SECRET:
    case PARAM_TYPE_CHOICE:
    case PARAM_TYPE_DATE:
        memcpy(member(bind, param), &empty, sizeof empty);
        break;
    case PARAM_TYPE_ID:
    case PARAM_TYPE_I64:
    case PARAM_TYPE_FLAG:
    case PARAM_TYPE_TEXTS:
    case PARAM_TYPE_PAIRS:
    case PARAM_TYPE_REST:
    case PARAM_TYPE_FILE:
    case PARAM_TYPE_BODY:
        break;
    }
}

bool
params_bind(struct ctx *ctx, const struct params *params, const struct param_set *set,
            bool ignore_unknown, void **out, params_error_fn *on_error, void *arg)
{
    static const struct params none = {0};
    if (!params)
        params = &none;
    if (!ignore_unknown && !check_known(ctx, params, set))
        return false;
    *out = arena_alloc(ctx->arena, params->size + 1);
    struct bind bind = {.ctx = ctx, .out = *out, .on_error = on_error, .arg = arg};
    for (size_t i = 0; i < params->count; i++) {
        const struct param *param = &params->items[i];
        preset(&bind, param);
        bool ok = true;
        if (param->type == PARAM_TYPE_TEXTS)
            bind_texts(&bind, param, set);
        else if (param->type == PARAM_TYPE_PAIRS)
            ok = bind_pairs(&bind, param, set);
        else if (param->type == PARAM_TYPE_REST)
            bind_rest(&bind, params, param, set);
        else if (param->type == PARAM_TYPE_FILE)
            bind_file(&bind, param, set);
        else if (param->type == PARAM_TYPE_BODY)
            memcpy(member(&bind, param), &set->body, sizeof set->body);
        else
            ok = bind_single(&bind, param, set);
        if (!ok)
            return false;
    }
    return !bind.failed;
}
