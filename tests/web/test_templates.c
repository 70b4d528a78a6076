/* No template lets a value become markup. Reads the templates' own text to learn which values they
 * use, gives every one of them the same hostile text, and renders every page and fragment: once
 * with all values, once without each single one, and once with each constant that a value is
 * compared with, so that every branch is taken. */
#include "support/test.h"

#include "base/template.h"
#include "base/text.h"

#define HOSTILE "<qx qy=\"'&"

enum { ITEMS_MOST = 4000, DEPTH_MOST = 6, FILE_MOST = 256 * 1024 };

/* A set of texts, with a second one beside each. */
struct list {
    struct {
        const char *name, *value;
    } items[ITEMS_MOST];
    size_t count;
};

/* What the files of one template refer to. */
struct uses {
    struct arena *arena;
    const char *dir;
    struct list files;    /* read */
    struct list aliases;  /* each, with and macro parameters: name -> path */
    struct list macros;   /* name -> parameters, "a,b" */
    struct list paths;    /* as written */
    struct list compared; /* path -> constant */
    struct list resolved;
};

static bool
list_has(const struct list *list, const char *name, const char *value)
{
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].name, name) && !strcmp(list->items[i].value, value))
            return true;
    return false;
}

static void
list_add(struct list *list, const char *name, const char *value)
{
    if (list_has(list, name, value))
        return;
    assert_true(list->count < ITEMS_MOST);
    list->items[list->count].name = name;
    list->items[list->count++].value = value;
}

static bool
is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
}

/* The next path in an expression, constants and function names left out; NULL at the end. *constant
 * gets the text it is compared with by == or !=, or NULL. */
static const char *
next_path(struct arena *arena, const char **at, const char **constant)
{
    const char *c = *at;
    while (*c) {
        if (*c == '"' || *c == '\'') {
            const char *end = strchr(c + 1, *c);
            c = end ? end + 1 : c + strlen(c);
        } else if (*c == '#') {
            c++;
            while (is_name(*c))
                c++;
        } else if (is_name(*c)) {
            const char *begin = c;
            while (is_name(*c))
                c++;
            if (*c == '(' || (*begin >= '0' && *begin <= '9'))
                continue;
            *at = c;
            *constant = NULL;
            c += strspn(c, " ");
            if ((text_starts(c, "==") || text_starts(c, "!="))) {
                c += 2;
                c += strspn(c, " ");
                const char *end = *c == '"' ? strchr(c + 1, '"') : NULL;
                if (end)
                    *constant = arena_strndup(arena, c + 1, (size_t)(end - c - 1));
            }
            return arena_strndup(arena, begin, (size_t)(*at - begin));
        } else {
            c++;
        }
    }
    *at = c;
    return NULL;
}

static void
note_paths(struct uses *uses, const char *expression)
{
    const char *constant = NULL;
    for (const char *path; (path = next_path(uses->arena, &expression, &constant));) {
        list_add(&uses->paths, path, "");
        if (constant)
            list_add(&uses->compared, path, constant);
    }
}

/* "name(a, b)": the name, and the arguments cut at the outer commas. */
static size_t
cut_arguments(struct arena *arena, const char *text, const char **name, const char **arguments,
              size_t most)
{
    size_t length = strcspn(text, "("), n = 0;
    *name = arena_strndup(arena, text, length);
    if (!text[length])
        return 0;
    const char *begin = text + length + 1;
    char quote = 0;
    for (const char *c = begin;; c++) {
        if (quote) {
            quote = *c == quote ? 0 : quote;
        } else if (*c == '"' || *c == '\'') {
            quote = *c;
        } else if (*c == ',' || *c == ')' || !*c) {
            const char *from = begin + strspn(begin, " \n\t");
            if (n < most && c > from)
                arguments[n++] = arena_strndup(arena, from, (size_t)(c - from));
            begin = c + 1;
            if (*c != ',')
                return n;
        }
        if (!*c)
            return n;
    }
}

static void read_file(struct uses *uses, const char *name);

static void
note_command(struct uses *uses, const char *command)
{
    const char *rest = strpbrk(command, ":!");
    const char *name = NULL, *arguments[20];
    if (*command == '#' || *command == '/' || !rest)
        return;
    rest++;
    if (text_starts(command, "include")) {
        const char *quote = strchr(rest, '"');
        if (quote)
            read_file(uses, arena_strndup(uses->arena, quote + 1, strcspn(quote + 1, "\"")));
    } else if (text_starts(command, "each") || text_starts(command, "with") ||
               text_starts(command, "loop")) {
        const char *equals = strchr(rest, '=');
        const char *constant = NULL;
        assert_non_null(equals);
        const char *alias = arena_strndup(uses->arena, rest, strcspn(rest, " ="));
        const char *from = equals + 1;
        const char *path = next_path(uses->arena, &from, &constant);
        if (path)
            list_add(&uses->aliases, alias,
                     text_starts(command, "each") ? arena_printf(uses->arena, "%s.0", path) : path);
    } else if (text_starts(command, "def")) {
        size_t n = cut_arguments(uses->arena, rest, &name, arguments, 20);
        for (size_t i = 0; i < n; i++)
            list_add(&uses->macros, arena_printf(uses->arena, "%s %zu", name, i),
                     arena_strndup(uses->arena, arguments[i], strcspn(arguments[i], " ")));
    } else if (text_starts(command, "call")) {
        size_t n = cut_arguments(uses->arena, rest, &name, arguments, 20);
        for (size_t i = 0; i < n; i++) {
            const char *key = arena_printf(uses->arena, "%s %zu", name, i);
            note_paths(uses, arguments[i]);
            for (size_t j = 0; j < uses->macros.count; j++)
                if (!strcmp(uses->macros.items[j].name, key) && is_name(*arguments[i]))
                    list_add(&uses->aliases, uses->macros.items[j].value, arguments[i]);
        }
    } else {
        note_paths(uses, rest);
    }
}

static void
read_file(struct uses *uses, const char *name)
{
    if (list_has(&uses->files, name, ""))
        return;
    list_add(&uses->files, name, "");
    FILE *file = fopen(arena_printf(uses->arena, "%s/%s", uses->dir, name), "r");
    if (!file)
        fail_msg("no template %s", name);
    char *text = arena_alloc(uses->arena, FILE_MOST);
    size_t length = fread(text, 1, FILE_MOST - 1, file);
    fclose(file);
    text[length] = '\0';
    for (const char *at = text; (at = strstr(at, "<?cs"));) {
        at += 4;
        at += strspn(at, " \n\t");
        const char *end = strstr(at, "?>");
        assert_non_null(end);
        note_command(uses, arena_strndup(uses->arena, at, (size_t)(end - at)));
        at = end;
    }
}

/* Replaces a leading alias by what it stands for, in every way it is used. */
static void
resolve(struct uses *uses, const char *path, const char *value, int depth)
{
    size_t head = strcspn(path, ".");
    bool alias = false;
    for (size_t i = 0; i < uses->aliases.count && depth < DEPTH_MOST; i++) {
        const char *name = uses->aliases.items[i].name;
        if (strlen(name) != head || strncmp(name, path, head) != 0)
            continue;
        alias = true;
        resolve(uses, arena_printf(uses->arena, "%s%s", uses->aliases.items[i].value, path + head),
                value, depth + 1);
    }
    if (!alias && !strstr(path, ".."))
        list_add(&uses->resolved, path, value);
}

static bool
is_hurt(const char *page)
{
    return strstr(page, "<qx") || strstr(page, "qy=\"") || strstr(page, "\"'");
}

struct walk {
    struct arena *arena;
    struct templates *templates;
    const char *dir;
    size_t pages, renders;
};

/* Renders with the hostile text everywhere, but `left_out` (may be NULL) set to `instead`, or not
 * set at all when that is NULL. */
static void
render_hostile(struct walk *walk, const struct uses *uses, const char *name, const char *left_out,
               const char *instead)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct tree *tree = tree_new(arena);
    struct buf page;
    buf_init(&page, arena, 4 * 1024 * 1024);
    for (size_t i = 0; i < uses->resolved.count; i++) {
        const char *path = uses->resolved.items[i].name;
        bool special = left_out && !strcmp(path, left_out);
        if (!special || instead)
            tree_set(tree, path, special ? instead : HOSTILE);
    }
    if (!templates_render(&ctx, walk->templates, name, tree, &page))
        fail_msg("%s: %s", name, ctx.err.message);
    if (is_hurt(page.data))
        fail_msg("%s lets a value through unescaped (special: %s = %s)", name,
                 left_out ? left_out : "none", instead ? instead : "absent");
    walk->renders++;
    arena_free(arena);
}

static void
attack(void *arg, const char *name)
{
    struct walk *walk = arg;
    if (text_starts(name, "mail/"))
        return; /* plain text */
    struct uses *uses = ARENA_NEW(walk->arena, struct uses);
    uses->arena = walk->arena;
    uses->dir = walk->dir;
    read_file(uses, "partials/macros.cs");
    read_file(uses, name);
    if (!text_ends(name, ".part.cs"))
        read_file(uses, "layout.cs");
    for (size_t i = 0; i < uses->paths.count; i++)
        resolve(uses, uses->paths.items[i].name, "", 0);
    render_hostile(walk, uses, name, NULL, NULL);
    size_t n = uses->resolved.count;
    for (size_t i = 0; i < n; i++)
        render_hostile(walk, uses, name, uses->resolved.items[i].name, NULL);
    for (size_t i = 0; i < uses->compared.count; i++)
        resolve(uses, uses->compared.items[i].name, uses->compared.items[i].value, 0);
    size_t with_constants = uses->resolved.count;
    uses->resolved.count = n;
    for (size_t i = n; i < with_constants; i++)
        render_hostile(walk, uses, name, uses->resolved.items[i].name,
                       uses->resolved.items[i].value);
    walk->pages++;
}

static void
walk_folder(struct arena *arena, const char *folder)
{
    const char *source = getenv("LEADGEN_SRCDIR");
    struct ctx ctx = {.arena = arena};
    struct walk walk = {.arena = arena,
                        .dir = arena_printf(arena, "%s/%s", source ? source : "..", folder)};
    if (!templates_load(&ctx, arena, walk.dir, &walk.templates))
        fail_msg("%s", ctx.err.message);
    templates_each(walk.templates, attack, &walk);
    printf("# %s: %zu pages, %zu renderings\n", folder, walk.pages, walk.renders);
    assert_true(walk.pages > 0);
}

static void
escapes_every_value(void **state)
{
    walk_folder(*state, "templates");
}

/* The test itself: a value in each place that the walk must reach. */
static void
reaches_every_place(void **state)
{
    struct uses *uses = ARENA_NEW(*state, struct uses);
    uses->arena = *state;
    note_command(uses, "def:show(a, b) ");
    note_command(uses, "each:row = List.rows ");
    note_command(uses, "call:show(row.cell, \"x\")");
    note_command(uses, "var:a.deep ");
    note_command(uses, "if:Kind == \"ok\" && ?row.name || url_escape(Q) ");
    for (size_t i = 0; i < uses->paths.count; i++)
        resolve(uses, uses->paths.items[i].name, "", 0);
    static const char *const wanted[] = {"List.rows.0.cell", "List.rows.0.cell.deep", "Kind",
                                         "List.rows.0.name", "Q"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!list_has(&uses->resolved, wanted[i], ""))
            fail_msg("%s is not reached", wanted[i]);
    assert_true(list_has(&uses->compared, "Kind", "ok"));
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(reaches_every_place),
        UNIT(escapes_every_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
