/* Templates: escaping, the frame, what is refused at the start. */
#include "support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/template.h"

/* ClearSilver loses 32 bytes with some faulty templates; the program ends on one, so it never
 * matters. Read by the leak checker of the sanitizers. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
    return "leak:cs_parse_string";
}

/* A folder of templates that lives as long as the arena. */
struct folder {
    struct arena *arena;
    const char *path;
};

static void
remove_path(void *arg)
{
    remove(arg);
}

static struct folder
folder_new(struct arena *arena)
{
    char *path = arena_strdup(arena, "/tmp/leadgen-test-templates-XXXXXX");
    assert_non_null(mkdtemp(path));
    arena_defer(arena, remove_path, path);
    struct folder folder = {arena, path};
    static const char *const parts[] = {"partials", "mail"};
    for (size_t i = 0; i < 2; i++) {
        char *part = arena_printf(arena, "%s/%s", path, parts[i]);
        assert_int_equal(mkdir(part, 0700), 0);
        arena_defer(arena, remove_path, part);
    }
    return folder;
}

static void
folder_add(const struct folder *folder, const char *name, const char *text)
{
    char *path = arena_printf(folder->arena, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    arena_defer(folder->arena, remove_path, path);
}

/* With a frame and a page. */
static struct folder
folder_usual(struct arena *arena)
{
    struct folder folder = folder_new(arena);
    folder_add(&folder, "layout.cs",
               "<!doctype html>\n  <h1><?cs call:page_title() ?></h1><?cs call:page_body() ?>");
    folder_add(&folder, "partials/macros.cs", "<?cs def:b(x) ?><b><?cs var:x ?></b><?cs /def ?>\n");
    folder_add(&folder, "page.cs",
               "<?cs def:page_title() ?>T<?cs /def ?><?cs def:page_body() ?><?cs each:r = Rows "
               "?><?cs call:b(r.v) ?><?cs /each ?><?cs var:Shared ?><?cs /def ?>");
    folder_add(&folder, "rows.part.cs", "<i a=\"<?cs var:V ?>\"><?cs var:V ?></i>");
    folder_add(&folder, "mail/hello.cs", "  Hello <?cs var:V ?>\n  Bye");
    return folder;
}

static const char *
render(struct ctx *ctx, struct templates *templates, const char *name, struct tree *tree)
{
    struct buf out;
    buf_init(&out, ctx->arena, 10000);
    return templates_render(ctx, templates, name, tree, &out) ? out.data : NULL;
}

static void
escapes_and_frames(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct folder folder = folder_usual(*state);
    struct templates *templates = NULL;
    assert_true(templates_load(&ctx, *state, folder.path, &templates));
    assert_true(templates_have(templates, "page.cs"));
    assert_false(templates_have(templates, "layout.cs"));
    assert_false(templates_have(templates, "partials/macros.cs"));
    tree_set(templates_shared(templates), "Shared", "<s>");
    struct tree *tree = tree_new(*state);
    tree_set(tree, "V", "<a> & \"b\" 'c'");
    struct tree_list rows = tree_list(tree, "Rows");
    for (int i = 0; i < 12; i++)
        tree_set_i64(tree_row(&rows), "v", i);
    /* Twice: nothing of one rendering is left in the next. */
    for (int i = 0; i < 2; i++)
        assert_string_equal(render(&ctx, templates, "page.cs", tree),
                            "<!doctype html>\n<h1>T</h1><b>0</b><b>1</b><b>2</b><b>3</b><b>4</b>"
                            "<b>5</b><b>6</b><b>7</b><b>8</b><b>9</b><b>10</b><b>11</b>&lt;s&gt;");
    assert_string_equal(render(&ctx, templates, "rows.part.cs", tree),
                        "<i a=\"&lt;a&gt; &amp; &quot;b&quot; &#39;c&#39;\">&lt;a&gt; &amp; "
                        "&quot;b&quot; &#39;c&#39;</i>");
    assert_string_equal(render(&ctx, templates, "mail/hello.cs", tree),
                        "Hello <a> & \"b\" 'c'\n  Bye");
    /* The next tree sees nothing of this one. */
    assert_string_equal(render(&ctx, templates, "rows.part.cs", tree_new(*state)),
                        "<i a=\"\"></i>");
}

static void
refuses_faulty_folders(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"<?cs if:x ?>",                              "page2.part.cs"       },
        {"<?cs include!\"../../../etc/hostname\" ?>", "leaves the templates"},
        {"<?cs include!\"/etc/hostname\" ?>",         "leaves the templates"},
        {"<?cs include!\"missing.cs\" ?>",            "missing.cs"          },
        {"<?cs call:nothing() ?>",                    "nothing"             },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct folder folder = folder_usual(*state);
        struct templates *templates = NULL;
        folder_add(&folder, "page2.part.cs", cases[i].text);
        assert_false(templates_load(&ctx, *state, folder.path, &templates));
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        if (!strstr(ctx.err.message, cases[i].said))
            fail_msg("%s: %s", cases[i].text, ctx.err.message);
    }
    struct ctx ctx = {.arena = *state};
    struct templates *templates = NULL;
    assert_false(templates_load(&ctx, *state, "/nowhere", &templates));
    err_clear(&ctx);
    assert_false(templates_load(&ctx, *state, folder_new(*state).path, &templates));
    assert_non_null(strstr(ctx.err.message, "is empty"));
}

static void
refuses_pages_that_do_not_fit(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct folder folder = folder_usual(*state);
    struct templates *templates = NULL;
    assert_true(templates_load(&ctx, *state, folder.path, &templates));
    struct tree *tree = tree_new(*state);
    char *large = arena_alloc(*state, 20001);
    memset(large, 'x', 20000);
    tree_set(tree, "V", large);
    assert_null(render(&ctx, templates, "rows.part.cs", tree));
    assert_int_equal(ctx.err.kind, ERR_BUG);
    err_clear(&ctx);
    assert_null(render(&ctx, templates, "nothing.cs", tree));
    assert_int_equal(ctx.err.kind, ERR_BUG);
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(escapes_and_frames),
        UNIT(refuses_faulty_folders),
        UNIT(refuses_pages_that_do_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
