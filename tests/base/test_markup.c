/* Markup as a tree: what people wrote in any character set, with whatever is broken in it, within
 * limits. */
#include "support/test.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/markup.h"
#include "base/text.h"

static void
dump(struct buf *buf, const struct markup_node *node)
{
    for (const struct markup_node *at = node->first_child; at; at = at->next) {
        if (at->tag == MARKUP_TEXT) {
            buf_printf(buf, "'%s'", at->text);
            continue;
        }
        buf_printf(buf, "%s", at->name);
        for (size_t i = 0; i < at->n_attrs; i++)
            buf_printf(buf, " %s=%s", at->attrs[i].name, at->attrs[i].value);
        buf_char(buf, '(');
        dump(buf, at);
        buf_char(buf, ')');
    }
}

static const char *
body_of(struct arena *arena, const char *html)
{
    struct ctx ctx = {.arena = arena};
    struct markup doc;
    assert_true(markup_html(&ctx, html, strlen(html), NULL, &doc));
    struct markup_node *body = markup_first(doc.root, MARKUP_BODY);
    if (!body)
        return "";
    struct buf buf;
    buf_init(&buf, arena, 100000);
    dump(&buf, body);
    return buf.data;
}

static void
test_tree(void **state)
{
    static const struct {
        const char *html, *wanted;
    } cases[] = {
        {"",                                                     ""                                                                                           },
        {"<p>a<p>b",                                             "p('a')p('b')"                                                                               },
        {"<ul><li>a<li>b</ul>",                                  "ul(li('a')li('b'))"                                                                         },
        {"<DIV Class=x ID='y' hidden>a</DIV>",                   "div class=x id=y hidden=('a')"                                                              },
        {"<p>1 &lt; 2 &amp;&nbsp;3 &eacute; &#8364; &#x41;</p>", "p('1 < 2 &\xC2\xA0"
                                                                 "3 \xC3\xA9 \xE2\x82\xAC A')"},
        {"<p>a <b>b</b> <i>c</i></p>",                           "p('a 'b('b')' 'i('c'))"                                                                     },
        {"<div onclick=\"x()\" title=t>a</div>",                 "div title=t('a')"                                                                           },
        {"<p>a<script>if (a < b) x('<p>')</script>",             "p('a'script('if (a < b) x('<p>')'))"                                                        },
        {"<p>a<style>p{}</style>b",                              "p('a'style()'b')"                                                                           },
        {"<p>a<!-- b --><?php c ?>d",                            "p('ad')"                                                                                    },
        {"<header><nav><a href=/x>X</a></nav></header>",         "header(nav(a href=/x('X')))"                                                                },
        {"</p></div>a",                                          "p('a')"                                                                                     },
        {"<img src=a.png alt=\"A &amp; B\"><br>b",               "img src=a.png alt=A & B()br()'b'"                                                           },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *body = body_of(*state, cases[i].html);
        if (strcmp(body, cases[i].wanted))
            printf("# %s\n", cases[i].html);
        assert_string_equal(body, cases[i].wanted);
    }
}

static void
test_charsets(void **state)
{
    static const struct {
        const char *bytes, *hint, *charset, *text;
    } cases[] = {
        {"<p>plain",                                                                      NULL,           "UTF-8",        "plain"           },
        {"<p>\xC4\x8D",                                                                   NULL,           "UTF-8",        "\xC4\x8D"        },
        {"<p>\xE8",                                                                       "windows-1250", "WINDOWS-1250", "\xC4\x8D"        },
        {"<p>\xE8",                                                                       "ISO-8859-1",   "WINDOWS-1252", "\xC3\xA8"        },
        {"<p>\xC4\x8D",                                                                   "iso-8859-1",   "UTF-8",        "\xC4\x8D"        },
        {"<meta charset=windows-1251><p>\xCF\xF0",                                        "",             "WINDOWS-1251", "\xD0\x9F\xD1\x80"},
        {"<meta http-equiv=content-type content='text/html; charset=iso-8859-2'><p>\xE8", NULL,
         "ISO-8859-2",                                                                                                    "\xC4\x8D"        },
        {"\xEF\xBB\xBF<p>\xC3\xA9",                                                       "iso-8859-1",   "UTF-8",        "\xC3\xA9"        },
        {"<meta charset=utf-8><p>\xC3\xA9\xC3\xA9 \xFF",                                  NULL,           "UTF-8",
         "\xC3\xA9\xC3\xA9 \xEF\xBF\xBD"                                                                                                    },
        {"<meta charset=no-such><p>a",                                                    "neither",      "UTF-8",        "a"               },
        {"<meta charset=utf-16><p>a",                                                     NULL,           "UTF-8",        "a"               },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct ctx ctx = {.arena = *state};
        struct markup doc;
        assert_true(markup_html(&ctx, cases[i].bytes, strlen(cases[i].bytes), cases[i].hint, &doc));
        assert_string_equal(doc.charset, cases[i].charset);
        struct markup_node *p = markup_first(doc.root, MARKUP_P);
        assert_non_null(p);
        assert_string_equal(markup_text(*state, p, 100), cases[i].text);
    }
}

static void
test_text(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct markup doc;
    const char *html = "<body><h1>Acme</h1><div>We  make\n<b>rob</b>ots.</div><script>x</script>"
                       "<table><tr><td>a<td>b</table>one<br>two<svg><title>s</title></svg>";
    assert_true(markup_html(&ctx, html, strlen(html), NULL, &doc));
    assert_string_equal(markup_text(*state, doc.root, 1000), "Acme We make robots. a b one two");
    assert_string_equal(markup_text(*state, doc.root, 7), "Acme We");
}

static void
test_xml(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct markup doc;
    const char *xml = "<?xml version='1.0' encoding='UTF-8'?><s:urlset xmlns:s='x'><s:url><s:loc>"
                      "http://a.com/?a=1&amp;b=2</s:loc><n><![CDATA[<x>]]></n></s:url></s:urlset>";
    assert_true(markup_xml(&ctx, xml, strlen(xml), NULL, &doc));
    struct markup_node *set = doc.root->first_child;
    assert_string_equal(markup_local(set), "urlset");
    assert_string_equal(markup_text(*state, set, 100), "http://a.com/?a=1&b=2<x>");
    static const char *const bad[] = {
        "", "text", "<a><b></a>", "<a>&nope;</a>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a x='&c;'>&c;</a"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct ctx again = {.arena = *state};
        assert_false(markup_xml(&again, bad[i], strlen(bad[i]), NULL, &doc));
        assert_int_equal(again.err.kind, ERR_INPUT);
    }
    /* Entities of a document's own are not expanded, and nothing is loaded. */
    const char *own = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>x&b;y</a>";
    struct ctx third = {.arena = *state};
    if (markup_xml(&third, own, strlen(own), NULL, &doc))
        assert_string_equal(markup_text(*state, doc.root, 100), "xy");
}

static void
test_limits(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct markup doc;
    struct buf buf;
    /* Tags that nest deep keep their text, and the tree stays shallow. */
    buf_init(&buf, *state, 1 << 24);
    for (int i = 0; i < 600; i++)
        buf_text(&buf, "<div>");
    buf_text(&buf, "deep");
    assert_true(markup_html(&ctx, buf.data, buf.length, NULL, &doc));
    assert_false(doc.cut);
    assert_string_equal(markup_text(*state, doc.root, 100), "deep");
    int depth = 0;
    struct markup_node *at = doc.root;
    for (; at->last_child; at = at->last_child)
        depth++;
    assert_in_range(depth, 100, MARKUP_DEPTH_MAX + 2);
    /* A hundred thousand of them are cut, at once. */
    int64_t start = clock_steady_ms();
    buf_clear(&buf);
    for (int i = 0; i < 100000; i++)
        buf_text(&buf, "<b><i></u>");
    assert_true(markup_html(&ctx, buf.data, buf.length, NULL, &doc));
    assert_true(doc.cut);
    buf_clear(&buf);
    for (int i = 0; i < 400000; i++)
        buf_text(&buf, "<p>a</p>");
    assert_true(markup_html(&ctx, buf.data, buf.length, NULL, &doc));
    assert_true(doc.cut);
    assert_int_equal(doc.n_nodes, MARKUP_NODES_MAX);
    buf_clear(&buf);
    for (int i = 0; i < 700000; i++)
        buf_text(&buf, "words and ");
    assert_true(markup_html(&ctx, buf.data, buf.length, NULL, &doc));
    assert_true(doc.cut);
    assert_true(clock_steady_ms() - start < 10000);
}

static void
test_content_type(void **state)
{
    assert_string_equal(markup_charset(*state, "text/html; charset=\"utf-8\"; x=y"), "utf-8");
    assert_string_equal(markup_charset(*state, "text/html;Charset=Windows-1250"), "Windows-1250");
    assert_string_equal(markup_charset(*state, "text/html"), "");
    assert_string_equal(markup_charset(*state, NULL), "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tree, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_charsets, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_text, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_xml, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_limits, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_content_type, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
