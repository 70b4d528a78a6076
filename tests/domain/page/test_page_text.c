/* The text of a page apart from its frame, and of real articles their body, by the measure of the
 * project that collected them: precision and recall over runs of four words. */
#include "support/test.h"

#include <ctype.h>
#include <dirent.h>
#include <zlib.h>

#include "base/json.h"
#include "base/map.h"
#include "base/text.h"
#include "domain/page/page.h"

enum { PAGE_MOST = 8 * 1024 * 1024, SHINGLE = 4 };

static void
read_text(struct arena *arena, const char *html, struct page_text *text)
{
    struct ctx ctx = {.arena = arena};
    struct markup doc;
    assert_true(markup_html(&ctx, html, strlen(html), NULL, &doc));
    page_text_read(arena, &doc, false, false, text);
}

static void
test_parts(void **state)
{
    static const struct {
        const char *html, *text, *frame;
    } cases[] = {
        {"<nav><a href=/a>A</a><a href=/b>B</a></nav><p>One<p>Two",                                  "One\nTwo\n",       "A B\n"          },
        {"<header><a href=/>Acme</a></header><main><h1>Pumps</h1></main><footer>Imprint</footer>",
         "Pumps\n",                                                                                                      "Acme\nImprint\n"},
        {"<div class=site-footer>Foot</div><div id=mainMenu><a href=/>x</a></div><p>Body text here",
         "Body text here\n",                                                                                             "Foot\nx\n"      },
        {"<p>a<script>b</script><style>c</style><template>d</template>e",                            "ae\n",             ""               },
        {"<p hidden>no<p style='display: none'>no<p>yes",                                            "yes\n",            ""               },
        {"<table><tr><td>1<td>2</table>one<br>two",                                                  "1\n2\none\ntwo\n", ""               },
        {"<p>rob<b>ot</b>s &amp; <i>more</i>",                                                       "robots & more\n",  ""               },
        {"<select><option>Albania<option>Algeria</select><label>Country</label>",                    "Country\n",        ""               },
        {"<main><section><header><h2>In a section</h2></header></section></main>",                   "In a section\n",
         ""                                                                                                                               },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_text text;
        read_text(*state, cases[i].html, &text);
        if (strcmp(text.text, cases[i].text))
            printf("# %s\n", cases[i].html);
        assert_string_equal(text.text, cases[i].text);
        assert_string_equal(text.frame_text, cases[i].frame);
    }
}

static void
test_article(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct page page;
    const char *prose =
        "The quick brown fox jumps over the lazy dog, and then it goes home to write "
        "about it, as foxes do.";
    const char *html = arena_printf(
        *state,
        "<title>Fox</title><meta property=article:published_time content=2025-01-01><h1>Fox</h1>"
        "<div class=byline>By A. Hare</div><div class=story-body><p>%s</p><p>%s</p>"
        "<div class=related><a href=/x>Read more about it</a></div><p>%s</p></div>"
        "<div class=comments><p>%s</p></div>",
        prose, prose, prose, prose);
    struct page_source source = {
        .url = "https://news.example/2025/01/01/fox", .body = html, .length = strlen(html)};
    assert_true(page_read(&ctx, &source, &page));
    assert_string_equal(page.text, arena_printf(*state, "%s\n%s\n%s\n", prose, prose, prose));
    assert_non_null(strstr(page.frame_text, "By A. Hare"));
    assert_int_equal(page.verdict.page_class, PAGE_ARTICLE);
}

/* --- the measure --------------------------------------------------------------------------------- */

static bool
is_word(int32_t cp)
{
    return text_is_letter(cp) || text_is_digit(cp) || text_is_mark(cp) || cp == '_';
}

/* Words, as Python's \w+ finds them. */
static size_t
words_of(struct arena *arena, const char *text, const char ***out)
{
    size_t length = strlen(text), at = 0, n = 0;
    *out = ARENA_ARRAY(arena, length / 2 + 2, const char *);
    while (at < length) {
        size_t start = at, end = at;
        int32_t cp = text_next(text, length, &at);
        if (!is_word(cp))
            continue;
        for (end = at; at < length; end = at) {
            if (!is_word(text_next(text, length, &at)))
                break;
        }
        (*out)[n++] = arena_strndup(arena, text + start, end - start);
    }
    return n;
}

struct tally {
    int wanted, found;
};

static void
count(struct arena *arena, struct map *map, const char *text, bool wanted, struct tally **all,
      size_t *n_all)
{
    const char **words;
    size_t n = words_of(arena, text, &words), runs = n > SHINGLE ? n - SHINGLE + 1 : n > 0;
    for (size_t i = 0; i < runs; i++) {
        const char *key = "";
        for (size_t k = i; k < n && k < i + SHINGLE; k++)
            key = arena_printf(arena, "%s%s ", key, words[k]);
        struct tally *tally = map_get(map, key);
        if (!tally) {
            tally = ARENA_NEW(arena, struct tally);
            map_put(map, key, tally);
            all[(*n_all)++] = tally;
        }
        *(wanted ? &tally->wanted : &tally->found) += 1;
    }
}

static void
measure(struct arena *arena, const char *wanted, const char *found, double *precision,
        double *recall)
{
    struct map *map = map_new(arena, 4096);
    struct tally **all = ARENA_ARRAY(arena, strlen(wanted) + strlen(found) + 2, struct tally *);
    size_t n = 0;
    double tp = 0, fp = 0, fn = 0;
    count(arena, map, wanted, true, all, &n);
    count(arena, map, found, false, all, &n);
    for (size_t i = 0; i < n; i++) {
        int both = all[i]->wanted < all[i]->found ? all[i]->wanted : all[i]->found;
        tp += both;
        fp += all[i]->found - both;
        fn += all[i]->wanted - both;
    }
    *precision = fp == 0 && fn == 0 ? 1 : tp == 0 ? 0 : tp / (tp + fp);
    *recall = fp == 0 && fn == 0 ? 1 : tp == 0 ? 0 : tp / (tp + fn);
}

static char *
read_packed(struct arena *arena, const char *path, size_t *length)
{
    gzFile file = gzopen(path, "rb");
    char *bytes = arena_alloc(arena, PAGE_MOST);
    assert_non_null(file);
    int n = gzread(file, bytes, PAGE_MOST - 1);
    gzclose(file);
    assert_true(n > 0);
    *length = (size_t)n;
    return bytes;
}

static void
test_real_articles(void **state)
{
    const char *dir = test_data_dir();
    if (!dir)
        return;
    struct ctx ctx = {.arena = *state};
    struct jsn *truth, *entry;
    const char *folder = arena_printf(*state, "%s/html-article-extraction", dir), *key;
    const void *at = NULL;
    size_t length;
    char *json = read_packed(*state, arena_printf(*state, "%s/ground-truth.json", folder), &length);
    assert_true(jsn_read(&ctx, *state, json, length, &truth));
    double precision = 0, recall = 0;
    int n = 0, companies = 0;
    while (jsn_member(truth, &at, &key, &entry)) {
        struct ctx own = {.arena = arena_new()};
        struct page page;
        double p, r;
        struct page_source source = {.url = jsn_as_text(jsn_get(entry, "url"), "")};
        source.body = read_packed(
            own.arena, arena_printf(own.arena, "%s/html/%s.html.gz", folder, key), &source.length);
        assert_true(page_read(&own, &source, &page));
        measure(own.arena, jsn_as_text(jsn_get(entry, "articleBody"), ""), page.text, &p, &r);
        precision += p;
        recall += r;
        n++;
        companies += page.verdict.is_company;
        if (page.verdict.is_company)
            printf("# taken for a company: %s\n", source.url);
        arena_free(own.arena);
    }
    precision /= n;
    recall /= n;
    double f1 = 2 * precision * recall / (precision + recall);
    printf("# %d articles: precision %.3f, recall %.3f, F1 %.3f\n", n, precision, recall, f1);
    assert_true(f1 >= .90);
    assert_int_equal(companies, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_parts, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_article, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_real_articles, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
