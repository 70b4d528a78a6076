/* Offers of campaigns. See campaign_offer.h. */
#include "domain/campaign/campaign_offer.h"

#include "base/db.h"
#include "base/text.h"
#include "base/uri.h"
#include "domain/campaign/campaign_state.h"
#include "statements.h"

bool
campaign_offers(struct ctx *ctx, int64_t campaign_id, struct campaign_offer **out, size_t *n)
{
    static const struct field map[] = {FIELD_STR(struct campaign_offer, language),
                                       FIELD_STR(struct campaign_offer, does),
                                       FIELD_STR(struct campaign_offer, outcome),
                                       FIELD_STR(struct campaign_offer, proof),
                                       FIELD_STR(struct campaign_offer, proof_url),
                                       FIELD_STR(struct campaign_offer, ask),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_CAMPAIGN_OFFERS, DB_ARGS(DB_I64(campaign_id)), map, out, n);
}

/* One line of it, NULL for nothing. */
static bool
read_text(struct ctx *ctx, const char *field, size_t most, const char **text)
{
    const char *clean = text_squeeze(ctx->arena, text_nfc(ctx->arena, *text ? *text : ""));
    if (text_count(clean) > most)
        return err_field(ctx, ERR_INPUT, field, "At most %zu characters fit here.", most);
    *text = *clean ? clean : NULL;
    return true;
}

static bool
read_offer(struct ctx *ctx, struct campaign_offer *offer)
{
    struct uri uri;
    if (!campaign_choice(campaign_languages, offer->language))
        return err_field(ctx, ERR_INPUT, "language", "Choose one of the list.");
    if (!read_text(ctx, "does", CAMPAIGN_OFFER_MOST, &offer->does) ||
        !read_text(ctx, "outcome", CAMPAIGN_OFFER_MOST, &offer->outcome) ||
        !read_text(ctx, "proof", CAMPAIGN_OFFER_MOST, &offer->proof) ||
        !read_text(ctx, "proof_url", CAMPAIGN_OFFER_URL_MOST, &offer->proof_url) ||
        !read_text(ctx, "ask", CAMPAIGN_OFFER_ASK_MOST, &offer->ask))
        return false;
    if (offer->proof_url) {
        if (uri_read(ctx->arena, offer->proof_url, &uri) != URI_OK || *uri.user_info)
            return err_field(ctx, ERR_INPUT, "proof_url",
                             "Write the address of a page, such as https://example.com/case.");
        offer->proof_url = uri_canonical(ctx->arena, &uri);
    }
    if (!offer->does && (offer->outcome || offer->proof || offer->proof_url || offer->ask))
        return err_field(ctx, ERR_INPUT, "does",
                         "Say what you do first; the other sentences build on it.");
    return true;
}

bool
campaign_offer_save(struct ctx *ctx, int64_t campaign_id, const struct campaign_offer *offer)
{
    struct campaign campaign;
    struct campaign_offer wanted = *offer;
    if (!campaign_lock_for(ctx, campaign_id, CAMPAIGN_VOICE, &campaign) ||
        !read_offer(ctx, &wanted))
        return false;
    if (!wanted.does)
        return db_exec(ctx, &SQL_CAMPAIGN_OFFER_REMOVE,
                       DB_ARGS(DB_I64(campaign_id), DB_STR(wanted.language)), NULL);
    return db_exec(ctx, &SQL_CAMPAIGN_OFFER_PUT,
                   DB_ARGS(DB_I64(campaign_id), DB_STR(wanted.language), DB_STR(wanted.does),
                           DB_STR(wanted.outcome), DB_STR(wanted.proof), DB_STR(wanted.proof_url),
                           DB_STR(wanted.ask)),
                   NULL);
}
