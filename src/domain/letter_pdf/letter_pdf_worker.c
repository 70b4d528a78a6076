/* The sandbox and the talk with the program in it: four bytes of length and the HTML in, a letter, four
 * bytes of length and the answer out. See letter_pdf_worker.h. */
#include "domain/letter_pdf/letter_pdf_worker.h"

#include <string.h>

#include "base/child.h"

enum {
    HEAD = 4,
    ANSWER_HEAD = 5,
    START_MS = 30000,
    TALK_MS = LETTER_PDF_SECONDS * 1000,
    WORKER_MOST = 500, /* PDFs of one process: what leaks is gone then */
    ERROR_MOST = 400
};

struct letter_pdf_worker {
    struct arena *arena; /* of the process, emptied with it */
    struct child *child; /* NULL: not running */
    int made;
};

/* Only data: images are read, and nothing at all is fetched; the limits hold where the sandbox has none.
 * RLIMIT_FSIZE leaves room for what the font library writes into the sandbox's own memory. */
static const char program[] =
    "import os, resource, struct, sys, logging\n"
    "MB = 1 << 20\n"
    "for what, most in ((resource.RLIMIT_AS, 1024 * MB), (resource.RLIMIT_FSIZE, 4 * MB),\n"
    "        (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, 64)):\n"
    "    resource.setrlimit(what, (most, most))\n"
    "logging.disable(logging.CRITICAL)\n"
    "from weasyprint import HTML\n"
    "from weasyprint.text.fonts import FontConfiguration\n"
    "from weasyprint.urls import default_url_fetcher\n"
    "def fetch(url, *args, **kwargs):\n"
    "    if not url.startswith(('data:image/png;', 'data:image/jpeg;', 'data:image/gif;')):\n"
    "        raise ValueError('nothing is fetched')\n"
    "    return default_url_fetcher(url)\n"
    "source, sink, fonts = sys.stdin.buffer, sys.stdout.buffer, FontConfiguration()\n"
    "def answer(kind, data=b''):\n"
    "    sink.write(kind + struct.pack('>I', len(data)) + data)\n"
    "    sink.flush()\n"
    "answer(b'R')\n"
    "while True:\n"
    "    head = source.read(4)\n"
    "    if len(head) < 4:\n"
    "        break\n"
    "    text = source.read(struct.unpack('>I', head)[0]).decode('utf-8', 'replace')\n"
    "    try:\n"
    "        answer(b'P', HTML(string=text, url_fetcher=fetch).write_pdf(font_config=fonts))\n"
    "    except MemoryError:\n"
    "        os._exit(3)\n"
    "    except Exception as error:\n"
    "        answer(b'E', ('%s: %s' % (type(error).__name__, error)).encode()[:400])\n";

/* clang-format off */
static const char *const sandbox[] = {
    "/usr/bin/bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv",
    "--setenv", "LC_ALL", "C.UTF-8", "--setenv", "HOME", "/tmp",
    "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL",
    "--ro-bind", "/usr/lib", "/usr/lib", "--symlink", "usr/lib", "/lib",
    "--ro-bind-try", "/usr/lib64", "/usr/lib64", "--symlink", "usr/lib64", "/lib64",
    "--ro-bind", "/usr/bin/python3", "/usr/bin/python3",
    "--ro-bind-try", "/usr/share/fonts", "/usr/share/fonts", "--ro-bind-try", "/etc/fonts", "/etc/fonts",
    "--ro-bind-try", "/usr/share/fontconfig", "/usr/share/fontconfig",
    "--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig",
    "--dir", "/usr/share/hyphen", "--ro-bind-try", "/usr/share/hyphen", "/usr/share/hyphen",
    "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
    "--dev", "/dev", "--size", "16777216", "--tmpfs", "/tmp", "--remount-ro", "/", "--chdir", "/",
    "/usr/bin/python3", "-I", "-B", "-c", program, NULL,
};
/* clang-format on */

static void
free_arena(void *arg)
{
    arena_free(arg);
}

struct letter_pdf_worker *
letter_pdf_worker(struct arena *owner)
{
    struct letter_pdf_worker *worker = ARENA_NEW(owner, struct letter_pdf_worker);
    worker->arena = arena_new();
    arena_defer(owner, free_arena, worker->arena);
    return worker;
}

static void
end(struct letter_pdf_worker *worker)
{
    arena_reset(worker->arena);
    worker->child = NULL;
}

static bool
read_head(struct letter_pdf_worker *worker, int milliseconds, char *kind, size_t *length)
{
    char head[ANSWER_HEAD];
    if (!child_read(worker->child, head, ANSWER_HEAD, milliseconds))
        return false;
    *kind = head[0];
    *length = 0;
    for (int i = 1; i < ANSWER_HEAD; i++)
        *length = *length << 8 | (unsigned char)head[i];
    return true;
}

/* What keeps the sandbox or the program from starting, in words that help. */
static bool
refuse_start(struct ctx *ctx, struct letter_pdf_worker *worker)
{
    char said[ERROR_MOST];
    child_end(worker->child);
    const char *all = child_said(worker->child);
    size_t length = strlen(all), kept = length < sizeof said - 1 ? length : sizeof said - 1;
    memcpy(said, all + length - kept, kept);
    said[kept] = '\0';
    end(worker);
    const char *what = strstr(said, "namespace") || strstr(said, "Operation not permitted")
                           ? "the system does not allow user namespaces, without which templates "
                             "are not safe to render (in a container: allow them, or run "
                             "leadgen-batch on a host that has them)"
                       : strstr(said, "ModuleNotFoundError") ? "the package weasyprint is missing"
                                                             : "its program does not start";
    return err_raise(ctx, ERR_UNAVAILABLE,
                     "No PDF can be made on this machine: %s. It said: %.200s", what,
                     *said ? said : "nothing");
}

static bool
start(struct ctx *ctx, struct letter_pdf_worker *worker)
{
    char kind;
    size_t length;
    if (worker->child && worker->made < WORKER_MOST)
        return true;
    end(worker);
    worker->made = 0;
    if (!child_start(ctx, worker->arena, sandbox, &worker->child)) {
        end(worker);
        err_clear(ctx);
        return err_raise(ctx, ERR_UNAVAILABLE,
                         "No PDF can be made on this machine: the package bubblewrap is missing.");
    }
    if (!read_head(worker, START_MS, &kind, &length) || kind != 'R' || length)
        return refuse_start(ctx, worker);
    return true;
}

static bool
refuse(struct ctx *ctx, struct letter_pdf_worker *worker, const char *why)
{
    end(worker);
    return err_raise(ctx, ERR_INPUT, "This page cannot become a PDF: %s.", why);
}

bool
letter_pdf_render(struct ctx *ctx, struct letter_pdf_worker *worker, const char *html,
                  size_t length, const char **pdf, size_t *pdf_length)
{
    char head[HEAD], kind;
    if (length > LETTER_PDF_HTML_MOST)
        return err_raise(ctx, ERR_INPUT, "This page cannot become a PDF: it has more than %d MB.",
                         LETTER_PDF_HTML_MOST >> 20);
    if (!start(ctx, worker))
        return false;
    for (int i = 0; i < HEAD; i++)
        head[i] = (char)(length >> (8 * (HEAD - 1 - i)));
    worker->made++;
    if (!child_write(worker->child, head, HEAD, TALK_MS) ||
        !child_write(worker->child, html, length, TALK_MS) ||
        !read_head(worker, TALK_MS, &kind, pdf_length))
        return refuse(ctx, worker, "it takes too long, or too much memory");
    if (*pdf_length > LETTER_PDF_MOST)
        return refuse(ctx, worker, "the file would be larger than 8 MB");
    char *bytes = arena_alloc(ctx->arena, *pdf_length + 1);
    if (!child_read(worker->child, bytes, *pdf_length, TALK_MS))
        return refuse(ctx, worker, "its program ended");
    *pdf = bytes;
    return kind == 'P' || err_raise(ctx, ERR_INPUT, "This page cannot become a PDF: %s", bytes);
}
