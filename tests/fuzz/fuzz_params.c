/* Parameters under arbitrary bytes: queries, forms, multipart bodies, cookies. The first byte says
 * which, the second how large the pieces are in which the bytes arrive. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "web/params.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct form {
    int64_t number;
    const char *line, *text, *day;
    bool flag;
    struct param_texts tags;
    struct param_pairs map;
    struct param_file file;
};
static const struct param items[] = {
    PARAM_I64(struct form, number, -10, 10, OPTIONAL),
    PARAM_TEXT(struct form, line, 20, OPTIONAL),
    PARAM_LONG(struct form, text, 20, OPTIONAL),
    PARAM_DATE(struct form, day, OPTIONAL),
    PARAM_FLAG(struct form, flag),
    PARAM_TEXTS(struct form, tags, 5, OPTIONAL),
    PARAM_PAIRS(struct form, map, 5),
    PARAM_FILE(struct form, file, 10000, OPTIONAL),
};
static const struct params form_params = PARAMS(struct form, items);

struct client {
    const uint8_t *bytes;
    size_t left, piece;
};

static size_t
read_client(void *arg, char *bytes, size_t size)
{
    struct client *client = arg;
    size_t n = size < client->piece ? size : client->piece;
    n = n < client->left ? n : client->left;
    memcpy(bytes, client->bytes, n);
    client->bytes += n;
    client->left -= n;
    return n;
}

static void
ignore_error(void *arg, const char *name, const char *message)
{
    (void)arg;
    (void)name;
    (void)message;
}

/* What is promised of texts. */
static void
check_text(const char *text)
{
    if (!text || !text_is_utf8(text, strlen(text)))
        abort();
}

static void
check_form(const struct form *form)
{
    check_text(form->line);
    check_text(form->text);
    check_text(form->day);
    if (text_count(form->line) > 20 || form->number < -10 || form->number > 10 ||
        form->tags.count > 5 || form->map.count > 5 || form->file.size > 10000)
        abort();
    for (size_t i = 0; i < form->tags.count; i++)
        check_text(form->tags.values[i]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const types[] = {"", "application/x-www-form-urlencoded",
                                        "multipart/form-data; boundary=X", ""};
    if (size < 2)
        return 0;
    struct arena *arena = arena_new();
    struct conf conf = {.files = "/tmp"};
    struct ctx ctx = {.arena = arena, .conf = &conf};
    struct param_set set = {0};
    struct client client = {.bytes = data + 2, .left = size - 2, .piece = data[1] + 1U};
    unsigned kind = data[0] % 4;
    struct http_in in = {
        .content_type = types[kind], .content_length = -1, .read = read_client, .arg = &client};
    bool ok = false;
    if (kind == 3) {
        check_text("");
        params_cookie(arena, arena_strndup(arena, (const char *)data + 2, size - 2), "a");
    } else if (kind == 0) {
        ok = params_add_encoded(&ctx, &set, (const char *)data + 2, size - 2, PARAM_FROM_QUERY);
    } else {
        ok = params_read_body(&ctx, &set, &form_params, &in);
    }
    void *form = NULL;
    if (ok && params_bind(&ctx, &form_params, &set, false, &form, ignore_error, NULL))
        check_form(form);
    arena_free(arena);
    return 0;
}
