/* Uploaded HTML: what stays as it was, and a corpus of hostile pages of which nothing may be left that
 * runs, fetches or hides. The style sheets beside. */
#include "support/test.h"

#include "domain/letter_pdf/letter_pdf_clean.h"

static struct letter_pdf_cleaned
cleaned(struct arena *arena, const char *html)
{
    struct ctx ctx = {.arena = arena};
    struct letter_pdf_cleaned out;
    if (!letter_pdf_clean(&ctx, html, strlen(html), &out))
        fail_msg("%s: %s", html, ctx.err.message);
    return out;
}

static void
keeps_what_lays_out(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    static const char html[] =
        "<!DOCTYPE html>\n<html lang=\"cs\"><head><title>Nabídka</title><style>@page { size: A4 } "
        "h1 > b { color: #123 } p::before { content: \"\\2022 <\" }</style></head><body "
        "class=\"x\"><h1>Dear {{first_name|friend &amp; colleague}}</h1><p style=\"margin: "
        "1cm\">We "
        "know <a href=\"{{company_website}}\">{{ company_name }}</a>, 1 &lt; 2.</p><img "
        "src=\"data:image/png;base64,AAAA\" alt=\"{{company_name}}\"></body></html>";
    struct letter_pdf_cleaned out = cleaned(arena, html);
    assert_non_null(strstr(out.html, "<h1>Dear {{first_name|friend &amp; colleague}}</h1>"));
    assert_non_null(
        strstr(out.html, "<a href=\"{{company_website}}\">{{ company_name }}</a>, 1 &lt; 2."));
    assert_non_null(strstr(out.html, "<style>@page { size: A4 } h1 > b { color: #123 } p::before"));
    assert_non_null(
        strstr(out.html, "src=\"data:image/png;base64,AAAA\" alt=\"{{company_name}}\""));
    assert_non_null(strstr(out.html, "style=\"margin: 1cm\""));
    assert_int_equal(out.n_known, 3);
    assert_string_equal(out.known[0], "first_name");
    assert_int_equal(out.n_unknown, 0);
    out = cleaned(arena, "<p>{{first_nane}} {{ first name }} {{}} {{last_name} {{{city}}}");
    assert_int_equal(out.n_unknown, 1);
    assert_string_equal(out.unknown[0], "first_nane");
    assert_int_equal(out.n_known, 1);
    assert_string_equal(out.known[0], "city");
    arena_free(arena);
}

static const char *const hostile[] = {
    "<script>alert(1)</script>",
    "<img src=file:///etc/passwd>",
    "<img src=\"http://127.0.0.1:8187/x.png\">",
    "<img src=\"DATA:image/svg+xml;base64,PHN2Zz4=\">",
    "<img srcset=\"http://evil.example/x 2x\">",
    "<link rel=stylesheet href=\"http://evil.example/x.css\">",
    "<link rel=attachment href=\"file:///etc/passwd\">",
    "<a rel=attachment href=\"file:///etc/passwd\">x</a>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<meta http-equiv=refresh content=\"0;url=http://evil.example\">",
    "<base href=\"http://evil.example/\">",
    "<iframe src=\"file:///etc/passwd\"></iframe>",
    "<object data=\"file:///etc/passwd\"></object>",
    "<embed src=\"file:///etc/passwd\">",
    "<svg><image href=\"file:///etc/passwd\"/><script>1</script></svg>",
    "<svg><foreignObject><p>x</p></foreignObject></svg>",
    "<math><mtext><style><img src=file:///x></style></mtext></math>",
    "<form action=\"http://evil.example\"><input name=x></form>",
    "<body onload=alert(1)><p onclick=alert(1)>x</p>",
    "<style>@import 'http://evil.example/x.css';</style>",
    "<style>@import url(file:///etc/passwd);</style>",
    "<style>@font-face { font-family: x; src: url(file:///etc/passwd) }</style>",
    "<style>p { background: url(http://evil.example/x) }</style>",
    "<style>p { background: u\\rl(http://evil.example/x) }</style>",
    "<style>p { background: \\75 rl(http://evil.example/x) }</style>",
    "<style>p { background: ur/**/l(http://evil.example/x) }</style>",
    "<style>p { background: URL( 'http://evil.example/x' ) }</style>",
    "<style>p { content: \"\nurl(http://evil.example/x) \" }</style>",
    "<style>@\\69mport 'http://evil.example/x.css';</style>",
    "<style>p { list-style-image: image-set('http://evil.example/x' 1x) }</style>",
    "<style></style><script>alert(1)</script></style>",
    "<style>p::before { content: '</style><script>alert(1)</script>' }</style>",
    "<p style=\"background: url(file:///etc/passwd)\">x</p>",
    "<p style=\"background: u\\72l(file:///etc/passwd)\">x</p>",
    "<p title='\"><script>alert(1)</script>'>x</p>",
    "<!--><script>alert(1)</script>-->",
    "<noscript><p title=\"</noscript><script>alert(1)</script>\"></noscript>",
    "<textarea><script>alert(1)</script></textarea>",
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>",
    "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" "
    "parse=\"text\"/>",
    "<table background=\"http://evil.example/x\"><tr><td>x</table>",
    "<video poster=\"http://evil.example/x\"><source src=x></video>",
    "<p><scr<script>ipt>alert(1)</script>",
    "<plaintext><script>alert(1)",
};

static void
leaves_nothing_that_runs_or_fetches(void **state)
{
    (void)state;
    static const char *const signs[] = {"<script",
                                        "file:",
                                        "evil",
                                        "127.0.0.1",
                                        "javascript:",
                                        "onload",
                                        "onclick",
                                        "<iframe",
                                        "<object",
                                        "<embed",
                                        "<link",
                                        "<meta",
                                        "<base",
                                        "<svg",
                                        "<form",
                                        "@import",
                                        "@font",
                                        "rel=",
                                        "root:",
                                        "xi:",
                                        "svg+xml",
                                        "<noscript",
                                        "<style></style></style>"};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        struct arena *arena = arena_new();
        const char *html = arena_printf(arena, "<p>words</p>%s<p>end</p>", hostile[i]);
        struct letter_pdf_cleaned out = cleaned(arena, html);
        for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
            const char *found = strstr(out.html, signs[k]);
            /* in words, or under a name that nothing reads, it does no harm */
            bool neutral = strstr(out.html, "&lt;script") || strstr(out.html, "x-gone") ||
                           (strstr(out.html, "l(") && !strstr(out.html, "url("));
            if (found && !neutral)
                fail_msg("%s left %s in %s", hostile[i], signs[k], out.html);
            if (found && (!strncmp(found, "<", 1) || !strncmp(found, "@", 1)))
                fail_msg("%s left %s in %s", hostile[i], signs[k], out.html);
        }
        assert_non_null(strstr(out.html, "<p>words</p>"));
        /* Clean once, clean for ever: a second reading finds nothing more to take away, and only
         * puts a paragraph that stood within another beside it. */
        struct letter_pdf_cleaned again = cleaned(arena, out.html);
        if (again.n_removed)
            fail_msg("%s is not clean after one turn: %s", hostile[i], out.html);
        assert_string_equal(cleaned(arena, again.html).html, again.html);
        arena_free(arena);
    }
}

static void
refuses_placeholders_where_values_would_do_harm(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "<style>p { color: {{first_name}} }</style><p>x",
        "<p style=\"color: {{first_name}}\">x",
        "<a href=\"http://x.example/{{first_name}}\">x</a>",
        "<a href=\"{{first_name}}\">x</a>",
        "<a href=\"{{company_website|javascript:x}}\">x</a>",
        "<p class=\"{{first_name}}\">x",
    };
    struct arena *arena = arena_new();
    struct letter_pdf_cleaned out;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct ctx ctx = {.arena = arena};
        if (letter_pdf_clean(&ctx, bad[i], strlen(bad[i]), &out))
            fail_msg("%s was taken", bad[i]);
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        assert_string_equal(ctx.err.field, "file");
    }
    arena_free(arena);
}

static void
refuses_what_is_no_template(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct letter_pdf_cleaned out;
    char *large = arena_alloc(arena, LETTER_PDF_UPLOAD_MOST + 2);
    memset(large, 'a', LETTER_PDF_UPLOAD_MOST + 1);
    struct ctx ctx = {.arena = arena};
    assert_false(letter_pdf_clean(&ctx, large, LETTER_PDF_UPLOAD_MOST + 1, &out));
    assert_int_equal(ctx.err.kind, ERR_INPUT);
    err_clear(&ctx);
    assert_false(letter_pdf_clean(&ctx, "", 0, &out));
    err_clear(&ctx);
    assert_false(letter_pdf_clean(&ctx, "<script>1</script>", 18, &out));
    arena_free(arena);
}

static void
keeps_images_of_the_sheet_itself(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    bool removed = false;
    static const char css[] = "p { background: url(\"data:image/png;base64,AAAA\") } /* x */ a{}";
    assert_string_equal(letter_pdf_clean_css(arena, css, strlen(css), &removed),
                        "p { background: url(\"data:image/png;base64,AAAA\") }   a{}");
    assert_false(removed);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_lays_out),
        cmocka_unit_test(leaves_nothing_that_runs_or_fetches),
        cmocka_unit_test(refuses_placeholders_where_values_would_do_harm),
        cmocka_unit_test(refuses_what_is_no_template),
        cmocka_unit_test(keeps_images_of_the_sheet_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
