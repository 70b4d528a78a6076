/* What a language model wrote, made a letter or refused. See model_answer.h. */
#include "domain/provider/model_answer.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/page/page_language.h"
#include "domain/provider/model_safe.h"

enum { CLAIMS_MOST = 60, BODY_MOST = 40000, LETTER_MOST = 64 * 1024, VALUE_LEAST = 3 };

struct reading {
    struct arena *arena;
    const struct letter_request *request;
    const struct model_prompt *prompt;
    const struct model_citation *citations;
    size_t n_citations;
    struct model_fault *fault;
};

static bool
fail(struct model_fault *fault, const char *cause, bool again, const char *message)
{
    *fault = (struct model_fault){.cause = cause, .message = message, .again = again};
    return false;
}

/* The object within "```json" and "```", or the text itself. */
static const char *
unfenced(struct arena *arena, const char *text)
{
    const char *inner = text_trim(arena, text);
    size_t length = strlen(inner);
    if (!text_starts(inner, "```") || length < 6 || !text_ends(inner, "```"))
        return inner;
    const char *start = strchr(inner, '\n');
    return start && start < inner + length - 3
               ? arena_strndup(arena, start, (size_t)(inner + length - 3 - start))
               : inner;
}

static bool
has_only(const struct jsn *object, const char *const *names, size_t n)
{
    const void *at = NULL;
    const char *name;
    struct jsn *value;
    while (jsn_member(object, &at, &name, &value)) {
        size_t i = 0;
        while (i < n && strcmp(names[i], name) != 0)
            i++;
        if (i == n)
            return false;
    }
    return true;
}

static bool
is_letter(const struct jsn *root)
{
    static const char *const members[] = {"subject", "body", "claims"};
    static const char *const parts[] = {"text", "fact_id"};
    const struct jsn *subject = jsn_get(root, "subject"), *claims = jsn_get(root, "claims");
    if (jsn_kind(root) != JSN_OBJECT || !has_only(root, members, 3) ||
        jsn_kind(jsn_get(root, "body")) != JSN_TEXT || jsn_kind(claims) != JSN_ARRAY ||
        (jsn_kind(subject) != JSN_TEXT && jsn_kind(subject) != JSN_NULL) ||
        jsn_length(claims) > CLAIMS_MOST)
        return false;
    for (size_t i = 0; i < jsn_length(claims); i++) {
        const struct jsn *claim = jsn_at(claims, i);
        if (jsn_kind(claim) != JSN_OBJECT || !has_only(claim, parts, 2) ||
            jsn_kind(jsn_get(claim, "text")) != JSN_TEXT ||
            jsn_kind(jsn_get(claim, "fact_id")) != JSN_TEXT)
            return false;
    }
    return true;
}

/* Lines without blanks at their ends; no more than one empty line; nothing that cannot be seen. */
static const char *
tidy(struct arena *arena, const char *text)
{
    struct buf buf;
    size_t length = strlen(text), at = 0, newlines = 0;
    buf_init(&buf, arena, LETTER_MOST);
    for (size_t from = 0; at < length; from = at) {
        int32_t cp = text_next(text, length, &at);
        if (cp == '\n') {
            while (buf.length && buf.data[buf.length - 1] == ' ')
                buf.data[--buf.length] = '\0';
            if (newlines++ < 2)
                buf_char(&buf, '\n');
        } else if (cp >= 0 && cp < ' ') {
            if (cp == '\t')
                buf_char(&buf, ' ');
        } else if (cp >= 0) {
            newlines = 0;
            buf_add(&buf, text + from, at - from);
        }
    }
    return text_trim(arena, buf.data);
}

/* Claims. ------------------------------------------------------------------------------------- */

/* Reads a fact's id, or the address of something that was looked up. */
static bool
find_source(const struct reading *r, const char *id, struct letter_claim *out)
{
    for (size_t i = 0; i < r->prompt->n_facts; i++)
        if (!strcmp(r->prompt->facts[i].id, id)) {
            const struct model_fact *fact = &r->prompt->facts[i];
            out->kind = fact->kind;
            out->snippet = fact->snippet;
            out->url = fact->url;
            out->at = fact->at;
            return true;
        }
    for (size_t i = 0; i < r->n_citations; i++)
        if (!strcmp(r->citations[i].url, id)) {
            const struct model_citation *cited = &r->citations[i];
            out->kind = "web";
            out->snippet = *cited->snippet ? cited->snippet : cited->title;
            out->url = cited->url;
            return true;
        }
    return false;
}

static size_t
characters(struct arena *arena, const char *from, const char *to)
{
    return text_count(arena_strndup(arena, from, (size_t)(to - from)));
}

static bool
overlaps(const struct letter *letter, size_t start, size_t end)
{
    for (size_t i = 0; i < letter->n_claims; i++)
        if (start < letter->claims[i].end && letter->claims[i].start < end)
            return true;
    return false;
}

static void
add_claim(const struct reading *r, struct letter *out, const char *at, size_t length,
          struct letter_claim claim)
{
    claim.start = characters(r->arena, out->body, at);
    claim.end = claim.start + characters(r->arena, at, at + length);
    if (out->n_claims < CLAIMS_MOST && !overlaps(out, claim.start, claim.end))
        out->claims[out->n_claims++] = claim;
}

static bool
read_claims(const struct reading *r, const struct jsn *claims, struct letter *out)
{
    for (size_t i = 0; i < jsn_length(claims); i++) {
        struct letter_claim claim = {0};
        const char *id = jsn_as_text(jsn_get(jsn_at(claims, i), "fact_id"), "");
        const char *words =
            tidy(r->arena, text_nfc(r->arena, jsn_as_text(jsn_get(jsn_at(claims, i), "text"), "")));
        if (!find_source(r, id, &claim))
            return fail(r->fault, "source", true,
                        arena_printf(r->arena,
                                     "The model names a source it was not given (%s). Try again.",
                                     model_prompt_data(r->arena, id, 40)));
        const char *at = *words ? strstr(out->body, words) : NULL;
        if (!at)
            return fail(r->fault, "source", true,
                        "The model names a source for words that are not in its message. Try "
                        "again.");
        /* What the sender says of himself needs no source. */
        if (strcmp(claim.kind, "offer") != 0)
            add_claim(r, out, at, strlen(words), claim);
    }
    return true;
}

static bool
is_word_at(const char *body, const char *at, size_t length)
{
    size_t before = (size_t)(at - body), next = 0;
    while (before && ((unsigned char)body[before - 1] & 0xc0) == 0x80)
        before--;
    if (before) {
        size_t last = before - 1;
        if (text_is_letter(text_next(body + last, (size_t)(at - body) - last, &next)))
            return false;
    }
    next = 0;
    return !text_is_letter(text_next(at + length, strlen(at + length), &next));
}

/* Marks facts that stand in the body word for word and that the model said nothing about. */
static void
mark_values(const struct reading *r, struct letter *out)
{
    for (size_t i = 0; i < r->prompt->n_facts; i++) {
        const struct model_fact *fact = &r->prompt->facts[i];
        if (!fact->value || text_count(fact->value) < VALUE_LEAST)
            continue;
        const char *at = strstr(out->body, fact->value);
        if (at && is_word_at(out->body, at, strlen(fact->value)))
            add_claim(r, out, at, strlen(fact->value),
                      (struct letter_claim){.kind = fact->kind,
                                            .snippet = fact->snippet,
                                            .url = fact->url,
                                            .at = fact->at});
    }
}

static void
sort_claims(struct letter *letter)
{
    for (size_t i = 1; i < letter->n_claims; i++) {
        struct letter_claim claim = letter->claims[i];
        size_t at = i;
        for (; at > 0 && letter->claims[at - 1].start > claim.start; at--)
            letter->claims[at] = letter->claims[at - 1];
        letter->claims[at] = claim;
    }
}

/* Checks. ------------------------------------------------------------------------------------- */

static bool
check_length(const struct reading *r, const struct letter *letter)
{
    size_t body = text_count(letter->body), most = r->prompt->most;
    bool subject = letter->subject && text_count(letter->subject) > LETTER_SUBJECT_MOST;
    if (body <= most && !subject)
        return true;
    fail(r->fault, "too_long", true,
         body > most ? arena_printf(r->arena,
                                    "The model wrote %zu characters where %zu are allowed. Try "
                                    "again or allow more.",
                                    body, most)
                     : "The model wrote a subject of more than 59 characters. Try again.");
    r->fault->length = body;
    return false;
}

static bool
check_content(const struct reading *r, const struct letter *letter)
{
    const char *wrong, *text = letter->subject
                                   ? arena_printf(r->arena, "%s\n%s", letter->subject, letter->body)
                                   : letter->body;
    if (strstr(text, "fact_id") || strstr(text, "<facts") || strstr(text, "</facts") ||
        model_prompt_leaks(r->arena, text))
        return fail(r->fault, "unsafe", false,
                    "The message repeats instructions of the model. Look at the pages it was "
                    "written from.");
    if ((wrong = model_safe_link(r->arena, text, r->request, r->prompt)) ||
        (wrong = model_safe_phone(r->arena, text, r->prompt)) ||
        (wrong = model_safe_addressee(r->arena, letter->body, r->request)))
        return fail(r->fault, "unsafe", false, wrong);
    wrong = model_safe_figure(r->arena, text, r->request, r->prompt);
    return !wrong || fail(r->fault, "invented", true, wrong);
}

static bool
take_texts(const struct reading *r, const struct jsn *root, struct letter *out)
{
    const char *subject = jsn_as_text(jsn_get(root, "subject"), "");
    const char *body = jsn_as_text(jsn_get(root, "body"), "");
    bool mail = !strcmp(r->request->channel, "email");
    *out = (struct letter){.claims = ARENA_ARRAY(r->arena, CLAIMS_MOST, struct letter_claim)};
    if (strlen(body) > BODY_MOST || strlen(subject) > BODY_MOST) {
        fail(r->fault, "too_long", true, "The model wrote far more than is allowed. Try again.");
        r->fault->length = BODY_MOST;
        return false;
    }
    out->body = tidy(r->arena, text_nfc(r->arena, body));
    subject = text_squeeze(r->arena, tidy(r->arena, text_nfc(r->arena, subject)));
    if (!*out->body)
        return fail(r->fault, "empty", true, "The model wrote nothing. Try again.");
    if (mail && !*subject)
        return fail(r->fault, "empty", true, "The model wrote no subject. Try again.");
    out->subject = mail ? subject : NULL;
    return true;
}

bool
model_answer(struct arena *arena, const char *text, const struct letter_request *request,
             const struct model_prompt *prompt, const struct model_citation *citations,
             size_t n_citations, struct letter *out, struct model_fault *fault)
{
    struct ctx ctx = {.arena = arena};
    const struct reading r = {arena, request, prompt, citations, n_citations, fault};
    struct jsn *root;
    text = unfenced(arena, text);
    *fault = (struct model_fault){0};
    *out = (struct letter){0};
    if (!*text)
        return fail(fault, "empty", true, "The model wrote nothing. Try again.");
    if (!jsn_read(&ctx, arena, text, strlen(text), &root))
        return fail(fault, "json", true, "The answer of the model is not whole JSON. Try again.");
    if (!is_letter(root))
        return fail(fault, "schema", true,
                    "The answer of the model is not in the form that was asked for. Try again.");
    if (!take_texts(&r, root, out) || !check_length(&r, out) || !check_content(&r, out) ||
        !read_claims(&r, jsn_get(root, "claims"), out))
        return false;
    mark_values(&r, out);
    sort_claims(out);
    out->body = arena_printf(arena, "%s%s", out->body, prompt->ending);
    return true;
}

const char *
model_answer_language(struct arena *arena, const struct letter_request *request,
                      const struct letter *letter)
{
    bool sure = false;
    const char *guess = page_language_guess(arena, letter->body, &sure);
    return sure && *guess && strcmp(guess, request->language) != 0
               ? arena_printf(arena,
                              "It seems to be written in another language (%s) than asked "
                              "for (%s).",
                              guess, request->language)
               : NULL;
}
