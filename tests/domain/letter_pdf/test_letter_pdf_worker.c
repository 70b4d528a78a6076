/* The sandbox that makes PDFs, fed with pages that nobody cleaned: it makes many in one process, reads
 * no file, reaches no network, and comes back after a page that was too much. The program asks for
 * nothing and the sandbox has nothing: each of the two walls is tried without the other. */
#include "support/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "domain/letter_pdf/letter_pdf_worker.h"

static bool
made(struct ctx *ctx, struct letter_pdf_worker *worker, const char *html, const char **pdf,
     size_t *length)
{
    err_clear(ctx);
    return letter_pdf_render(ctx, worker, html, strlen(html), pdf, length);
}

/* Loudly, where this machine has no sandbox: the message must say what is missing. */
static bool
can_make(struct ctx *ctx, struct letter_pdf_worker *worker)
{
    const char *pdf;
    size_t length;
    if (made(ctx, worker, "<p>x", &pdf, &length))
        return true;
    print_message("# no sandbox here: %s\n", ctx->err.message);
    assert_int_equal(ctx->err.kind, ERR_UNAVAILABLE);
    assert_non_null(strstr(ctx->err.message, "No PDF can be made on this machine"));
    return false;
}

static void
makes_many_in_one_process(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct letter_pdf_worker *worker = letter_pdf_worker(arena);
    const char *pdf;
    size_t length;
    for (int i = 0; i < 5 && can_make(&ctx, worker); i++) {
        const char *html = arena_printf(arena, "<h1>Dear %d</h1><p>Žluťoučký kůň", i);
        assert_true(made(&ctx, worker, html, &pdf, &length));
        assert_true(length > 1000);
        assert_memory_equal(pdf, "%PDF-", 5);
    }
    arena_free(arena);
}

/* A listener that nobody may knock at. */
static int
listener(int *port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof at;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(fd >= 0 && bind(fd, (struct sockaddr *)&at, size) == 0 && listen(fd, 8) == 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &size), 0);
    *port = ntohs(at.sin_port);
    return fd;
}

static void
reads_no_file_and_reaches_nobody(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<img src=\"%s\"><p>x",
        "<link rel=stylesheet href=\"%s\"><p>x",
        "<link rel=attachment href=\"%s\"><p>x",
        "<a rel=attachment href=\"%s\">x</a>",
        "<style>@import url(%s);</style><p>x",
        "<style>@font-face{font-family:f;src:url(%s)}p{font-family:f}</style><p>x",
        "<style>p{background:url(%s)}</style><p>x",
        "<object data=\"%s\"></object><p>x",
        "<embed src=\"%s\"><p>x",
        "<iframe src=\"%s\"></iframe><p>x",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"%s\"/><use href=\"%s#x\"/></svg>",
        "<img src='data:image/svg+xml;utf8,<svg xmlns=\"http://www.w3.org/2000/svg\"><image "
        "href=\"%s\"/></svg>'>",
        "<base href=\"%s\"><img src=x><p>x",
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"%s\" parse=\"text\"/>",
    };
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct letter_pdf_worker *worker = letter_pdf_worker(arena);
    int port, fd = listener(&port);
    const char *secret = arena_printf(arena, "/tmp/leadgen-secret-%d", (int)getpid());
    FILE *file = fopen(secret, "w");
    assert_non_null(file);
    fputs("TOPSECRET-OF-THE-HOST", file);
    fclose(file);
    bool able = can_make(&ctx, worker);
    for (size_t i = 0; able && i < sizeof pages / sizeof *pages; i++) {
        /* the last one is there in the sandbox, too: only the program's own refusal keeps it out */
        const char *targets[] = {arena_printf(arena, "file://%s", secret), "file:///etc/passwd",
                                 arena_printf(arena, "http://127.0.0.1:%d/x.png", port),
                                 "file:///usr/lib/os-release"};
        for (size_t k = 0; k < sizeof targets / sizeof *targets; k++) {
            const char *at = strstr(pages[i], "%s"), *pdf = "";
            size_t length = 0;
            const char *html =
                arena_printf(arena, "%.*s%s%s", (int)(at - pages[i]), pages[i], targets[k], at + 2);
            bool ok = made(&ctx, worker, html, &pdf, &length);
            assert_true(ok || ctx.err.kind == ERR_INPUT);
            /* an attachment would stand in it uncompressed by name, and make it larger */
            if (ok &&
                (memmem(pdf, length, "EmbeddedFile", 12) || memmem(pdf, length, "TOPSECRET", 9)))
                fail_msg("%s came through", html);
        }
    }
    struct pollfd knock = {.fd = fd, .events = POLLIN};
    assert_int_equal(poll(&knock, 1, 0), 0);
    close(fd);
    remove(secret);
    arena_free(arena);
}

/* The last of a line of children, each the only one of its parent: the program that makes the pages. */
static int
innermost(struct arena *arena, int pid)
{
    int child = pid;
    while (child) {
        FILE *file =
            fopen(arena_printf(arena, "/proc/%d/task/%d/children", pid = child, child), "r");
        assert_non_null(file);
        if (fscanf(file, "%d", &child) != 1)
            child = 0;
        fclose(file);
    }
    return pid;
}

static const char *
world_of(struct arena *arena, const char *what, int pid)
{
    char target[100];
    ssize_t n =
        readlink(arena_printf(arena, "/proc/%d/ns/%s", pid, what), target, sizeof target - 1);
    assert_true(n > 0);
    return arena_strndup(arena, target, (size_t)n);
}

static void
has_a_world_of_its_own(void **state)
{
    (void)state;
    static const char *const worlds[] = {"net", "mnt", "pid", "ipc", "uts", "user"};
    static const char *const unseen[] = {"etc/passwd", "proc/self", "root",
                                         "home",       "var/lib",   "usr/sbin"};
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct letter_pdf_worker *worker = letter_pdf_worker(arena);
    if (can_make(&ctx, worker)) {
        int own = (int)getpid(), inner = innermost(arena, own);
        assert_int_not_equal(inner, own);
        for (size_t i = 0; i < sizeof worlds / sizeof *worlds; i++)
            if (!strcmp(world_of(arena, worlds[i], inner), world_of(arena, worlds[i], own)))
                fail_msg("%s is the host's", worlds[i]);
        for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
            if (!access(arena_printf(arena, "/proc/%d/root/%s", inner, unseen[i]), F_OK))
                fail_msg("the sandbox has /%s", unseen[i]);
        assert_int_equal(access(arena_printf(arena, "/proc/%d/root/usr/bin/python3", inner), F_OK),
                         0);
    }
    arena_free(arena);
}

static void
comes_back_after_what_was_too_much(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct letter_pdf_worker *worker = letter_pdf_worker(arena);
    const char *pdf;
    size_t length;
    if (can_make(&ctx, worker)) {
        struct buf html;
        buf_init(&html, arena, LETTER_PDF_HTML_MOST);
        for (int i = 0; i < 40000; i++)
            buf_text(&html, "<table><tr><td>deep");
        assert_false(letter_pdf_render(&ctx, worker, html.data, html.length, &pdf, &length));
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        assert_true(made(&ctx, worker, "<p>after", &pdf, &length));
    }
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_many_in_one_process),
        cmocka_unit_test(reads_no_file_and_reaches_nobody),
        cmocka_unit_test(has_a_world_of_its_own),
        cmocka_unit_test(comes_back_after_what_was_too_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
