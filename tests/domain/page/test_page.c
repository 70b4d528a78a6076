/* Whole pages: what a reader would note of them. */
#include "support/test.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "domain/page/page.h"

static void
read_page(struct arena *arena, const char *url, const char *html, struct page *page)
{
    struct ctx ctx = {.arena = arena};
    struct page_source source = {.url = url, .body = html, .length = strlen(html)};
    assert_true(page_read(&ctx, &source, page));
}

static void
test_head(void **state)
{
    struct page page;
    read_page(*state, "https://www.acme.example/de/",
              "<html lang=de-AT><title> Acme  &amp; Co </title>"
              "<meta name=description content='Wir bauen Maschinen.'>"
              "<meta property=og:site_name content=Acme><link rel=canonical href=/de>"
              "<link rel=icon href=/favicon.ico><link rel=apple-touch-icon href=/touch.png>"
              "<p>Hallo",
              &page);
    assert_string_equal(page.title, "Acme & Co");
    assert_string_equal(page.description, "Wir bauen Maschinen.");
    assert_string_equal(page.site_name, "Acme");
    assert_string_equal(page.language, "de");
    assert_string_equal(page.country, "AT");
    assert_string_equal(page.canonical, "https://www.acme.example/de");
    assert_string_equal(page.icon, "https://www.acme.example/touch.png");
    assert_int_equal(page.kind, PAGE_HOME);
}

static void
test_nothing(void **state)
{
    static const char *const bodies[] = {"", "   ", "\xFF\xFE", "<html></html>", "<!-- x -->"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct page page;
        read_page(*state, "https://acme.example/", bodies[i], &page);
        assert_null(page.title);
        assert_string_equal(page.text, "");
        assert_false(page.verdict.is_company);
        assert_int_equal(page.n_links + page.n_emails + page.n_addresses, 0);
    }
}

static void
test_is_html(void **state)
{
    (void)state;
    assert_true(page_is_html("text/html; charset=utf-8", "", 0));
    assert_true(page_is_html("application/xhtml+xml", "", 0));
    assert_false(page_is_html("application/pdf", "<html>", 6));
    assert_true(page_is_html("", "  <!DOCTYPE html><p>", 20));
    assert_true(page_is_html(NULL, "<html lang=en>", 14));
    assert_false(page_is_html(NULL, "%PDF-1.4 .........", 18));
}

enum { HOSTILE_BODY = 4 * 1024 * 1024, HOSTILE_PART = 500 * 1024 };

/* What makes much out of few bytes: parts of a beginning, a unit repeated, and an end. */
/* clang-format off */
static const struct {
    const char *name, *begin, *unit, *end;
} hostile[] = {
    {"attributes", "",
     "<img a b1 c d e f g h i j k l m n o p q r s t u v w x y z a1 b2 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 "
     "m1 n1 o1 p1 q1 r1 s1 t1 u1 v1 w1 x1 y1 z1 a2 b3 c2 d2 e2 f2 g2 h2 i2 j2 k2 l2>", ""},
    {"classes", "", "<p class=a id=b>", ""},
    {"elements", "", "<p>", ""},
    {"nested", "", "<div>", ""},
    {"text", "<p>", "word ", ""},
    {"blocks", "", "<p>a", ""},
    {"links", "", "<a href=a>b</a>", ""},
    {"entities", "<p>", "&lt;", ""},
    {"addresses", "<p>", "a@b.example ", ""},
    {"phones", "<p>", "+44 20 7946 0018 ", ""},
    {"phones apart", "", "<p>+44 20 7946 0018", ""},
    {"streets", "", "1 Main Street, Boston, MA 02110, USA<br>", ""},
    {"socials", "", "<a href=https://twitter.com/abc>@</a>", ""},
    {"mail links", "", "<a href=mailto:a@b.example>@</a>", ""},
    {"claims", "", "<p>Founded in 1954, we have 200 employees in 12 countries.", ""},
    {"broken bytes", "<p>", "a\x80", ""},
    {"wide letters", "\xFE\xFF", "\x4E\x2D", ""},
    {"objects", "<script type=application/ld+json>[", "{},", "{}]</script>"},
    {"values", "<script type=application/ld+json>[", "1,", "1]</script>"},
    {"typed objects", "<script type=application/ld+json>[", "{\"@type\":\"A\"},", "{}]</script>"},
    {"scripts", "", "<script type=application/ld+json>[[],{},[],{}]</script>", ""},
    {"items", "", "<p itemscope itemtype=a itemprop=b>x", ""},
    {"cells", "<table>", "<tr><td>a", ""},
    {"lists", "", "<ul><li><a href=/b>c</a></ul>", ""},
};
/* clang-format on */

static size_t
write_hostile(size_t which, char *body)
{
    size_t begin = strlen(hostile[which].begin), unit = strlen(hostile[which].unit);
    size_t end = strlen(hostile[which].end), part = end ? HOSTILE_PART : HOSTILE_BODY, n = 0;
    while (n + part <= HOSTILE_BODY) {
        size_t until = n + part - end;
        memcpy(body + n, hostile[which].begin, begin);
        for (n += begin; n + unit <= until; n += unit)
            memcpy(body + n, hostile[which].unit, unit);
        memcpy(body + n, hostile[which].end, end);
        n += end;
        if (!end)
            break;
    }
    return n;
}

/* Megabytes at most of a process that reads one hostile page. */
static long
megabytes_of(size_t which)
{
    pid_t pid = fork();
    if (pid == 0) {
        struct ctx ctx = {.arena = arena_new()};
        char *body = malloc(HOSTILE_BODY);
        struct page page;
        struct page_source source = {.url = "https://acme.example/",
                                     .body = body,
                                     .length = write_hostile(which, body),
                                     .status = 200};
        _exit(page_read(&ctx, &source, &page) ? 0 : 1);
    }
    struct rusage usage;
    int status = 0;
    assert_true(wait4(pid, &status, 0, &usage) == pid);
    assert_int_equal(status, 0);
    return usage.ru_maxrss / 1024;
}

/* One hostile page leaves room for the others of its process. */
static void
test_memory_stays_small(void **state)
{
    (void)state;
    long most = 0;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        long megabytes = megabytes_of(i);
        printf("# %s: %ld MB\n", hostile[i].name, megabytes);
        most = megabytes > most ? megabytes : most;
    }
    assert_true(most < 128 || !test_memory_tells());
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_head, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_nothing, test_arena_open, test_arena_close),
        cmocka_unit_test(test_is_html),
        cmocka_unit_test(test_memory_stays_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
