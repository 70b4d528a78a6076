/* Templates over ClearSilver 0.10.5. See template.h.
 * That version escapes nothing by itself and reads any file it is told to, so every tree and every
 * parse carries Config.VarEscapeMode, and files come through the loader below. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/template_private.h"
#include "base/text.h"

/* The library's own macro uses an identifier that ISO C does not have. */
#define fault(kind, ...) nerr_raisef(__func__, __FILE__, __LINE__, (kind), __VA_ARGS__)

enum { FILE_MOST = 1024 * 1024, NAMES_MOST = 1000, DEPTH_MOST = 4 };

struct item {
    const char *name;
    CSPARSE *parse;
};

struct templates {
    const char *dir;
    HDF *html, *text; /* configurations of the two modes */
    struct tree *shared;
    struct item *items;
    size_t count;
};

/* What the output callback gets. */
struct sink {
    struct buf *out;
    bool begun; /* the first byte that is not white space was written */
};

static void
give_up(NEOERR *err)
{
    /* Out of memory, or a path that no template could name: nothing a request can repair. */
    nerr_log_error(err);
    abort();
}

static void
must(NEOERR *err)
{
    if (err != STATUS_OK)
        give_up(err);
}

/* Names that may be loaded: letters, digits, _ - . and / between parts, no part beginning with a
 * dot. So no path leaves the folder. */
static bool
name_is_plain(const char *name)
{
    for (const char *c = name; *c; c++) {
        bool first = c == name || c[-1] == '/';
        if (first && (*c == '.' || *c == '/'))
            return false;
        if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./", *c))
            return false;
    }
    return *name != '\0';
}

static NEOERR *
read_whole(const char *path, char **contents)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat stat;
    if (fd < 0 || fstat(fd, &stat) != 0 || !S_ISREG(stat.st_mode) || stat.st_size > FILE_MOST) {
        if (fd >= 0)
            close(fd);
        return fault(NERR_NOT_FOUND, "cannot read %s", path);
    }
    size_t size = (size_t)stat.st_size, length = 0;
    char *text = malloc(size + 1);
    while (text && length < size) {
        ssize_t got = read(fd, text + length, size - length);
        if (got <= 0)
            break;
        length += (size_t)got;
    }
    close(fd);
    if (!text)
        return fault(NERR_NOMEM, "cannot read %s", path);
    text[length] = '\0';
    *contents = text;
    return STATUS_OK;
}

/* Takes off what indents a line: templates are laid out for reading, pages are not. Line ends
 * stay, so that line numbers in messages are right. */
static void
take_off_indent(char *text)
{
    char *to = text;
    bool line_begins = true;
    for (const char *from = text; *from; from++) {
        if (line_begins && (*from == ' ' || *from == '\t'))
            continue;
        line_begins = *from == '\n';
        *to++ = *from;
    }
    *to = '\0';
}

static NEOERR *
load_file(void *arg, HDF *hdf, const char *name, char **contents)
{
    const struct templates *templates = arg;
    if (!name_is_plain(name))
        return fault(NERR_ASSERT, "include of \"%s\" leaves the templates", name);
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", templates->dir, name);
    NEOERR *err = read_whole(path, contents);
    if (err == STATUS_OK && hdf != templates->text && !text_starts(name, "mail/"))
        take_off_indent(*contents);
    return err;
}

static bool
raise_neoerr(struct ctx *ctx, enum err_kind kind, const char *name, NEOERR *err)
{
    STRING text;
    string_init(&text);
    nerr_error_string(err, &text);
    err_raise(ctx, kind, "template %s: %s", name, text.buf ? text.buf : "unknown fault");
    string_clear(&text);
    nerr_ignore(&err);
    return false;
}

static void
parse_destroy(void *arg)
{
    CSPARSE *parse = arg;
    cs_destroy(&parse);
}

/* The text that stands for a template: a page brings its macros, the layout calls them. */
static char *
wrapper_text(const char *name)
{
    static const char page[] = "<?cs include!\"partials/macros.cs\" ?>"
                               "<?cs include!\"%s\" ?><?cs include!\"layout.cs\" ?>";
    static const char part[] = "<?cs include!\"partials/macros.cs\" ?><?cs include!\"%s\" ?>";
    static const char mail[] = "<?cs include!\"%s\" ?>";
    const char *format = text_starts(name, "mail/")    ? mail
                         : text_ends(name, ".part.cs") ? part
                                                       : page;
    size_t size = sizeof page + strlen(name);
    char *text = malloc(size);
    if (!text)
        abort();
    /* The three formats are the constants above: each has one %s. */
    const char *gap = strstr(format, "%s");
    snprintf(text, size, "%.*s%s%s", (int)(gap - format), format, name, gap + 2);
    return text;
}

static bool
parse_one(struct ctx *ctx, struct arena *owner, struct templates *templates, struct item *item)
{
    bool mail = text_starts(item->name, "mail/");
    must(cs_init(&item->parse, mail ? templates->text : templates->html));
    arena_defer(owner, parse_destroy, item->parse);
    must(cgi_register_strfuncs(item->parse));
    cs_register_fileload(item->parse, templates, load_file);
    item->parse->global_hdf = tree_hdf(templates->shared);
    char *text = wrapper_text(item->name);
    NEOERR *err = cs_parse_string(item->parse, text, strlen(text));
    return err == STATUS_OK || raise_neoerr(ctx, ERR_INPUT, item->name, err);
}

static bool
is_renderable(const char *name)
{
    return text_ends(name, ".cs") && strcmp(name, "layout.cs") != 0 &&
           !text_starts(name, "partials/");
}

static bool
collect(struct ctx *ctx, struct arena *owner, struct templates *templates, const char *below,
        int depth)
{
    const char *path = arena_printf(ctx->arena, "%s/%s", templates->dir, below);
    DIR *dir = opendir(path);
    if (!dir)
        return err_raise(ctx, ERR_INPUT, "the templates folder %s cannot be read", path);
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(dir));) {
        if (entry->d_name[0] == '.')
            continue;
        const char *name = arena_printf(owner, "%s%s", below, entry->d_name);
        struct stat stat;
        if (fstatat(dirfd(dir), entry->d_name, &stat, 0) != 0)
            continue;
        if (S_ISDIR(stat.st_mode) && depth < DEPTH_MOST)
            ok = collect(ctx, owner, templates, arena_printf(owner, "%s/", name), depth + 1);
        else if (S_ISREG(stat.st_mode) && is_renderable(name)) {
            if (templates->count == NAMES_MOST)
                ok = err_raise(ctx, ERR_BUG, "more than %d templates", NAMES_MOST);
            else
                templates->items[templates->count++].name = name;
        }
    }
    closedir(dir);
    return ok;
}

static int
by_name(const void *a, const void *b)
{
    const struct item *left = a, *right = b;
    return strcmp(left->name, right->name);
}

bool
templates_load(struct ctx *ctx, struct arena *owner, const char *dir, struct templates **out)
{
    struct templates *templates = ARENA_NEW(owner, struct templates);
    templates->dir = arena_strdup(owner, dir);
    templates->html = tree_hdf(tree_with_mode(owner, "html"));
    templates->text = tree_hdf(tree_with_mode(owner, "none"));
    templates->shared = tree_new(owner);
    templates->items = ARENA_ARRAY(owner, NAMES_MOST, struct item);
    if (!collect(ctx, owner, templates, "", 0))
        return false;
    if (!templates->count)
        return err_raise(ctx, ERR_INPUT, "the templates folder %s is empty", dir);
    qsort(templates->items, templates->count, sizeof *templates->items, by_name);
    for (size_t i = 0; i < templates->count; i++)
        if (!parse_one(ctx, owner, templates, &templates->items[i]))
            return false;
    *out = templates;
    return true;
}

static struct item *
lookup(const struct templates *templates, const char *name)
{
    struct item key = {.name = name};
    return bsearch(&key, templates->items, templates->count, sizeof *templates->items, by_name);
}

bool
templates_have(const struct templates *templates, const char *name)
{
    return lookup(templates, name) != NULL;
}

struct tree *
templates_shared(struct templates *templates)
{
    return templates->shared;
}

void
templates_each(const struct templates *templates, void (*visit)(void *arg, const char *name),
               void *arg)
{
    for (size_t i = 0; i < templates->count; i++)
        visit(arg, templates->items[i].name);
}

static NEOERR *
take_output(void *arg, char *text)
{
    struct sink *sink = arg;
    if (!sink->begun) {
        text += strspn(text, " \t\r\n");
        if (!*text)
            return STATUS_OK;
        sink->begun = true;
    }
    buf_text(sink->out, text);
    return STATUS_OK;
}

bool
templates_render(struct ctx *ctx, struct templates *templates, const char *name,
                 struct tree *values, struct buf *out)
{
    struct item *item = lookup(templates, name);
    if (!item)
        return err_raise(ctx, ERR_BUG, "no template %s", name);
    CSPARSE *parse = item->parse;
    HDF *own = parse->hdf;
    struct sink sink = {.out = out};
    parse->hdf = tree_hdf(values);
    NEOERR *err = cs_render(parse, &sink, take_output);
    /* Back before anything else: the request's tree dies before the next render. */
    parse->hdf = own;
    if (err != STATUS_OK)
        return raise_neoerr(ctx, ERR_BUG, name, err);
    if (out->over)
        return err_raise(ctx, ERR_BUG, "template %s: the page is larger than %zu bytes", name,
                         out->cap);
    return true;
}
