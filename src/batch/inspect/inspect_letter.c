/* leadgen-batch inspect letter FILE: a request as JSON, the letter that the embedded writer makes of
 * it as JSON. The names of the request's fields are those of struct letter_request. */
#include "batch/inspect/inspect.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "domain/writing/letter.h"

enum { REQUEST_MOST = 1024 * 1024 };

static bool
read_request(struct ctx *ctx, const char *path, struct jsn **out)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return err_raise(ctx, ERR_NOT_FOUND, "%s cannot be opened: %s.", path, strerror(errno));
    char *bytes = arena_alloc(ctx->arena, REQUEST_MOST + 1);
    size_t length = fread(bytes, 1, REQUEST_MOST + 1, file);
    bool good = !ferror(file);
    (void)fclose(file);
    if (!good)
        return err_raise(ctx, ERR_UNAVAILABLE, "%s cannot be read.", path);
    if (length > REQUEST_MOST)
        return err_raise(ctx, ERR_INPUT, "%s is longer than 1 MB.", path);
    return jsn_read(ctx, ctx->arena, bytes, length, out);
}

static const char *
text_of(const struct jsn *object, const char *key)
{
    return jsn_as_text(jsn_get(object, key), NULL);
}

static void
read_person(const struct jsn *in, struct letter_person *out)
{
    const char *gender = text_of(in, "gender");
    *out = (struct letter_person){.first_name = text_of(in, "first_name"),
                                  .last_name = text_of(in, "last_name"),
                                  .prefix = text_of(in, "prefix"),
                                  .job_title = text_of(in, "job_title"),
                                  .seniority = text_of(in, "seniority"),
                                  .department = text_of(in, "department"),
                                  .city = text_of(in, "city"),
                                  .country = text_of(in, "country"),
                                  .url = text_of(in, "url")};
    if (gender && !strcmp(gender, "female"))
        out->gender = LETTER_FEMALE;
    if (gender && !strcmp(gender, "male"))
        out->gender = LETTER_MALE;
}

static int
small(const struct jsn *in, const char *key, int other)
{
    int64_t number = jsn_as_int(jsn_get(in, key), other);
    return number < 0 || number > 10000 ? other : (int)number;
}

static void
read_company(const struct jsn *in, struct letter_company *out)
{
    *out = (struct letter_company){.name = text_of(in, "name"),
                                   .domain = text_of(in, "domain"),
                                   .industry = text_of(in, "industry"),
                                   .size = text_of(in, "size"),
                                   .city = text_of(in, "city"),
                                   .country = text_of(in, "country"),
                                   .description = text_of(in, "description"),
                                   .founded_year = small(in, "founded_year", 0),
                                   .url = text_of(in, "url")};
}

static void
read_evidence(struct arena *arena, const struct jsn *in, struct letter_request *out)
{
    const struct jsn *signals = jsn_get(in, "signals"), *facts = jsn_get(in, "facts");
    out->n_signals = jsn_length(signals);
    out->n_facts = jsn_length(facts);
    struct letter_signal *signal = ARENA_ARRAY(arena, out->n_signals + 1, struct letter_signal);
    struct letter_fact *fact = ARENA_ARRAY(arena, out->n_facts + 1, struct letter_fact);
    for (size_t i = 0; i < out->n_signals; i++) {
        const struct jsn *one = jsn_at(signals, i);
        signal[i] = (struct letter_signal){.key = text_of(one, "key"),
                                           .category = text_of(one, "category"),
                                           .name = text_of(one, "name"),
                                           .found = text_of(one, "found"),
                                           .snippet = text_of(one, "snippet"),
                                           .language = text_of(one, "language"),
                                           .url = text_of(one, "url"),
                                           .page_kind = text_of(one, "page_kind"),
                                           .at = jsn_as_int(jsn_get(one, "at"), 0),
                                           .points = jsn_as_int(jsn_get(one, "points"), 1)};
    }
    for (size_t i = 0; i < out->n_facts; i++) {
        const struct jsn *one = jsn_at(facts, i);
        fact[i] = (struct letter_fact){.kind = text_of(one, "kind"),
                                       .text = text_of(one, "text"),
                                       .snippet = text_of(one, "snippet"),
                                       .url = text_of(one, "url"),
                                       .at = jsn_as_int(jsn_get(one, "at"), 0)};
    }
    out->signals = signal;
    out->facts = fact;
}

static void
read_letter(struct arena *arena, const struct jsn *in, struct letter_request *out)
{
    const struct jsn *sender = jsn_get(in, "sender"), *offer = jsn_get(in, "offer");
    const char *channel = text_of(in, "channel"), *language = text_of(in, "language");
    *out = (struct letter_request){
        .channel = channel ? channel : "email",
        .language = language ? language : "en",
        .tone = text_of(in, "tone"),
        .formality = text_of(in, "formality"),
        .personalisation = small(in, "personalisation", 4),
        .angle = text_of(in, "angle"),
        .touch = small(in, "touch", 1),
        .touches = small(in, "touches", 1),
        .first_subject = text_of(in, "first_subject"),
        .max_length = (size_t)small(in, "max_length", 0),
        .seed = (uint64_t)jsn_as_int(jsn_get(in, "seed"), 0),
        .sender = {.name = text_of(sender, "name"),
                   .role = text_of(sender,   "role"),
                   .company = text_of(sender, "company"),
                   .signature = text_of(sender, "signature"),
                   .postal_address = text_of(sender, "postal_address")},
        .offer = {.does = text_of(offer,  "does"),
                   .outcome = text_of(offer, "outcome"),
                   .proof = text_of(offer,    "proof"),
                   .proof_url = text_of(offer,  "proof_url"),
                   .ask = text_of(offer,             "ask")           },
    };
    read_person(jsn_get(in, "person"), &out->person);
    read_company(jsn_get(in, "company"), &out->company);
    read_evidence(arena, in, out);
}

bool
inspect_letter(struct ctx *ctx, int argc, char **argv)
{
    struct jsn *in = NULL, *out = jsn_object(ctx->arena), *claims = jsn_array(ctx->arena);
    struct letter_request request;
    struct letter letter;
    if (argc != 2)
        return err_raise(ctx, ERR_INPUT, "Name one file that holds a request as JSON.");
    if (!read_request(ctx, argv[1], &in))
        return false;
    read_letter(ctx->arena, in, &request);
    if (!letter_write(ctx->arena, &request, &letter))
        return err_raise(
            ctx, ERR_INPUT,
            "No letter: the language or channel is unknown, or offer.does is missing.");
    jsn_set_text(out, "subject", letter.subject);
    jsn_set_text(out, "body", letter.body);
    for (size_t i = 0; i < letter.n_claims; i++) {
        struct jsn *claim = jsn_object(ctx->arena);
        jsn_set_int(claim, "start", (int64_t)letter.claims[i].start);
        jsn_set_int(claim, "end", (int64_t)letter.claims[i].end);
        jsn_set_text(claim, "kind", letter.claims[i].kind);
        jsn_set_text(claim, "snippet", letter.claims[i].snippet);
        jsn_set_text(claim, "url", letter.claims[i].url);
        if (letter.claims[i].at)
            jsn_set_int(claim, "at", letter.claims[i].at);
        jsn_add(claims, claim);
    }
    jsn_set(out, "claims", claims);
    printf("%s\n", jsn_write(ctx->arena, out));
    return true;
}
