/* Composing letters: which sentences, in which order. See letter.h. */
#include "domain/writing/letter.h"

#include <string.h>

#include "base/text.h"
#include "domain/writing/letter_evidence.h"
#include "domain/writing/letter_quote.h"
#include "domain/writing/letter_register.h"
#include "domain/writing/letter_sheet.h"
#include "domain/writing/letter_sign.h"
#include "domain/writing/letter_slots.h"

const char *const letter_languages[] = {"en", "cs", "de", "fr", "es", NULL};
static const struct letter_words *const words[] = {&letter_en, &letter_cs, &letter_de, &letter_fr,
                                                   &letter_es};

const struct letter_limit letter_limits[] = {
    {"email",            5000},
    {"linkedin_connect", 300 },
    {"linkedin_message", 2000},
    {"call",             2000},
    {NULL,               0   },
};

/* Longest sentence that is taken from the sender; a campaign's own limits are below it. */
enum { OWN_MOST = 600 };

bool
letter_speaks(const char *language)
{
    for (size_t i = 0; language && letter_languages[i]; i++)
        if (!strcmp(letter_languages[i], language))
            return true;
    return false;
}

static uint8_t
tone_of(const char *name)
{
    static const char *const tones[] = {"professional", "friendly",      "casual",
                                        "bold",         "authoritative", "empathetic"};
    for (unsigned i = 0; name && i < sizeof tones / sizeof *tones; i++)
        if (!strcmp(tones[i], name))
            return (uint8_t)(1u << i);
    return TONE_PROFESSIONAL;
}

static enum letter_angle
angle_of(const char *name)
{
    if (name && !strcmp(name, "social_proof"))
        return ANGLE_PROOF;
    return name && !strcmp(name, "opportunity") ? ANGLE_OPPORTUNITY : ANGLE_PAIN;
}

/* The sender's own sentence, NULL text when there is none or it is beyond all measure. */
static struct letter_sentence
own(const struct letter_pen *pen, const char *text)
{
    if (!text || strlen(text) > OWN_MOST * 4)
        return (struct letter_sentence){0};
    return letter_own(pen, text);
}

/* What came of the offer elsewhere, with the page where that can be read. */
static struct letter_sentence
proof_of(const struct letter_pen *pen)
{
    struct letter_sentence proof = own(pen, pen->request->offer.proof);
    const char *url = pen->request->offer.proof_url;
    if (!proof.text || !url || !*url)
        return proof;
    proof.claims = ARENA_NEW(pen->arena, struct letter_claim);
    proof.n_claims = 1;
    *proof.claims = (struct letter_claim){
        .end = strlen(proof.text), .kind = "offer.proof", .snippet = proof.text, .url = url};
    return proof;
}

/* By title, gender or whole name, whichever the language has a line for. */
static struct letter_sentence
greeting(const struct letter_pen *pen, enum letter_part part)
{
    const int gender = pen->gender == LETTER_FEMALE ? GREET_FEMALE : GREET_MALE;
    const int order[] = {GREET_TITLED, pen->gender ? gender : GREET_NAME, GREET_NAME, 0};
    struct letter_sentence found = {0};
    struct letter_pen light = *pen;
    /* Nobody opens a message between profiles as a letter on paper. */
    if (text_starts(pen->request->channel, "linkedin"))
        light.tone = TONE_FRIENDLY;
    for (size_t i = 0; !found.text && i < sizeof order / sizeof *order; i++)
        found = letter_pick(&light, part, order[i]);
    return found;
}

/* The sentence that speaks of the evidence in the slots; signals share openings, but an open position
 * is not "mentioned". */
static struct letter_sentence
opening(const struct letter_pen *pen, enum letter_topic topic)
{
    struct letter_sentence found = {0};
    bool is_signal = topic >= TOPIC_HIRING;
    if (!is_signal || topic == TOPIC_HIRING || letter_chance(pen, 5, 3) == 0)
        found = letter_pick(pen, LETTER_OPEN, (int)topic);
    return found.text || !is_signal ? found : letter_pick(pen, LETTER_OPEN, TOPIC_OTHER);
}

/* What the evidence may mean; where nothing can be said of that, why it is mentioned. */
static struct letter_sentence
thought(const struct letter_pen *pen, enum letter_topic topic, bool *bridged)
{
    struct letter_sentence found = letter_pick(pen, LETTER_TURN, (int)topic);
    *bridged = !found.text || topic == TOPIC_OTHER;
    return found.text || topic < TOPIC_ABOUT ? found : letter_pick(pen, LETTER_TURN, TOPIC_OTHER);
}

/* The last message of the sequence, where there were others to follow up. */
static bool
is_last(const struct letter_pen *pen)
{
    return pen->touch > 2 && pen->touch >= pen->request->touches;
}

/* A subject that keeps to the limit: about the topic, else the company, else the sender. */
static const char *
subject_of(const struct letter_pen *pen, enum letter_topic topic)
{
    /* Who was written to before is not introduced again. */
    bool again = pen->touch > 1;
    const struct {
        enum letter_part part;
        enum letter_topic topic;
    } order[] = {
        {again && topic == TOPIC_PLAIN ? LETTER_REMINDER : LETTER_SUBJECT, topic        },
        {LETTER_SUBJECT,                                                   TOPIC_COMPANY},
        {again ? LETTER_REMINDER : LETTER_SUBJECT,                         TOPIC_PLAIN  }
    };
    struct letter_pen bare = *pen;
    struct letter_sentence last = {0};
    if (is_last(pen))
        last = letter_pick(pen, LETTER_REMINDER, 1);
    if (last.text && text_count(last.text) <= LETTER_SUBJECT_MOST)
        return last.text;
    for (size_t round = 0; round < 2; round++) {
        for (size_t i = 0; i < 3; i++) {
            struct letter_sentence found = letter_pick(&bare, order[i].part, (int)order[i].topic);
            if (found.text && text_count(found.text) <= LETTER_SUBJECT_MOST)
                return found.text;
        }
        bare.slots[SLOT_SENDER_COMPANY].text = NULL;
    }
    return NULL;
}

/* What the sender has to say, in the order of the angle: the proof leads where the language has
 * words to announce it, else it stands behind what it proves. After a bridge unless what stands
 * before needs none; all of it only in a message that stands alone, since follow-ups have to bring
 * something new. */
static void
offer(const struct letter_pen *pen, struct letter_sheet *sheet, bool bridged, bool alone)
{
    const struct letter_offer *offer = &pen->request->offer;
    enum letter_angle angle = angle_of(pen->request->angle);
    struct letter_sentence does = own(pen, offer->does), proof = proof_of(pen);
    struct letter_sentence outcome = own(pen, offer->outcome);
    struct letter_sentence lead = letter_pick(pen, LETTER_BRIDGE, ANGLE_PROOF);
    if (angle == ANGLE_PROOF && proof.text && lead.text) {
        letter_sheet_add(sheet, lead, 2, FIRST_POINT);
        letter_sheet_add(sheet, proof, 2, FIRST_POINT);
        letter_sheet_add(sheet, does, 3, LAST_TO_GO);
        if (alone)
            letter_sheet_add(sheet, outcome, 3, SECOND_POINT);
        return;
    }
    if (!bridged)
        letter_sheet_add(
            sheet,
            letter_pick(pen, LETTER_BRIDGE, angle == ANGLE_PROOF ? ANGLE_OPPORTUNITY : (int)angle),
            2, OPENING);
    letter_sheet_add(sheet, does, 2, LAST_TO_GO);
    bool proves = angle == ANGLE_PROOF && proof.text;
    letter_sheet_add(sheet, proves ? proof : outcome, 2, FIRST_POINT);
    if (alone)
        letter_sheet_add(sheet, proves ? outcome : proof, 3, SECOND_POINT);
}

/* The sender's question, with the mark that it may have lost; what is no question stays as it is. Who leads
 * others may be asked for the right person, unless the message spoke of their team (`plain_one`); who is on
 * the phone is not asked for a call. */
static struct letter_sentence
question(const struct letter_pen *pen, bool plain_one)
{
    const char *text = pen->request->offer.ask, *code = pen->words->code;
    if (text && strlen(text) <= OWN_MOST * 4 && !strchr(text, '?') &&
        letter_register_asks(pen->arena, code, text)) {
        text = text_trim(pen->arena, text);
        bool turned = !strcmp(code, "es") && !text_starts(text, "¿");
        text = arena_printf(pen->arena, "%s%s%s?", turned ? "¿" : "", text,
                            strcmp(code, "fr") ? "" : " ");
    }
    struct letter_sentence ask = own(pen, text);
    if (ask.text)
        return ask;
    if (!strcmp(pen->request->channel, "call"))
        ask = letter_pick(pen, LETTER_ASK, 2);
    if (ask.text)
        return ask;
    bool leads = !plain_one && letter_leads(pen) && letter_chance(pen, 6, 2) == 0;
    return letter_pick(pen, LETTER_ASK, leads);
}

/* The evidence for this message: another one each time; NULL when none is left. */
static const struct letter_evidence *
turn_of(const struct letter_pen *pen, const struct letter_evidence *all, size_t n)
{
    size_t place = (size_t)(pen->touch - 1), signals = 0;
    while (signals < n && all[signals].topic >= TOPIC_HIRING)
        signals++;
    size_t begin = letter_chance(pen, 3, signals < 2 ? signals : 2);
    return place < n ? &all[(begin + place) % n] : NULL;
}

static enum letter_topic
write_first(struct letter_pen *pen, struct letter_sheet *sheet,
            const struct letter_evidence *evidence)
{
    enum letter_topic topic = evidence ? evidence->topic : letter_context(pen, 0);
    if (evidence)
        letter_show(pen, evidence);
    letter_sheet_add(sheet, opening(pen, topic), 1, OPENING);
    bool bridged;
    letter_sheet_add(sheet, thought(pen, topic, &bridged), 1, THOUGHT);
    offer(pen, sheet, bridged, pen->request->touches < 2);
    letter_sheet_add(sheet, question(pen, topic == TOPIC_LEAD), 5, STAYS);
    return topic;
}

/* Without evidence: a point that the first letter kept back, else what role, size, industry or age
 * give, else the offer once more in short; returns what it spoke of. `left` counts the messages
 * since the evidence ran out; `first`: how many of those openings the first letter took. */
static enum letter_topic
remind(const struct letter_pen *pen, struct letter_sheet *sheet, size_t left, size_t first)
{
    const struct letter_offer *offer = &pen->request->offer;
    bool proof_first = angle_of(pen->request->angle) == ANGLE_PROOF;
    struct letter_sentence point = proof_first ? own(pen, offer->outcome) : proof_of(pen);
    struct letter_sentence does = own(pen, offer->does), context = {0};
    if (point.text && left == 0) {
        letter_sheet_add(sheet, does, 1, LAST_TO_GO);
        letter_sheet_add(sheet, letter_pick(pen, LETTER_NEW, proof_first ? NEW_OUTCOME : NEW_PROOF),
                         2, OPENING);
        letter_sheet_add(sheet, point, 2, OPENING);
        return TOPIC_COMPANY;
    }
    enum letter_topic topic = letter_context(pen, left + first - (point.text ? 1 : 0));
    if (topic > TOPIC_COMPANY)
        context = opening(pen, topic);
    letter_sheet_add(sheet, context, 2, OPENING);
    if (!context.text)
        letter_sheet_add(sheet, letter_pick(pen, LETTER_NEW, NEW_SHORT), 2, OPENING);
    letter_sheet_add(sheet, does, 2, LAST_TO_GO);
    letter_sheet_add(sheet, own(pen, offer->outcome), 2, FIRST_POINT);
    return topic;
}

/* A second or third message: what was not said yet, and the same question. */
static enum letter_topic
write_again(struct letter_pen *pen, struct letter_sheet *sheet,
            const struct letter_evidence *evidence, size_t n)
{
    enum letter_topic topic = evidence ? evidence->topic : TOPIC_COMPANY;
    letter_sheet_add(sheet, letter_pick(pen, LETTER_AGAIN, 0), 1, LAST_TO_GO);
    if (evidence) {
        letter_show(pen, evidence);
        letter_sheet_add(sheet, letter_pick(pen, LETTER_NEW, NEW_EVIDENCE), 1, OPENING);
        letter_sheet_add(sheet, opening(pen, evidence->topic), 2, OPENING);
        bool bridged;
        letter_sheet_add(sheet, thought(pen, evidence->topic, &bridged), 2, THOUGHT);
        letter_sheet_add(sheet, own(pen, pen->request->offer.does), 3, LAST_TO_GO);
    } else {
        topic = remind(pen, sheet, (size_t)(pen->touch - 1) - (n < 1 ? 1 : n), n < 1);
    }
    letter_sheet_add(sheet, question(pen, topic == TOPIC_LEAD), 5, STAYS);
    return topic;
}

/* Why to connect: to whom something was sent before, that; else what was read, when it is a sentence and
 * there is room for it, else who asks. */
static void
write_connect(struct letter_pen *pen, struct letter_sheet *sheet,
              const struct letter_evidence *evidence, size_t most)
{
    struct letter_sentence later = {0};
    if (pen->touch > 1)
        later = letter_pick(pen, LETTER_CONNECT, 2);
    if (letter_sheet_add(sheet, later, 1, STAYS))
        return;
    if (evidence && evidence->says.text) {
        letter_show(pen, evidence);
        struct letter_sentence open = opening(pen, evidence->topic);
        struct letter_sentence why = letter_pick(pen, LETTER_CONNECT, 0);
        size_t greeted = text_count(sheet->pieces[0].sentence.text);
        if (open.text && greeted + text_count(open.text) + text_count(why.text) + 3 <= most) {
            letter_sheet_add(sheet, open, 1, STAYS);
            letter_sheet_add(sheet, why, 1, STAYS);
            return;
        }
    }
    letter_sheet_add(sheet, letter_pick(pen, LETTER_CONNECT, 1), 1, STAYS);
}

static void
heading(const struct letter_pen *pen, struct letter_sheet *sheet, enum letter_heading which,
        int rank)
{
    letter_sheet_add(sheet, letter_plain(pen->words->headings[which]), 10 + (int)which, rank);
}

static void
write_call(struct letter_pen *pen, struct letter_sheet *sheet,
           const struct letter_evidence *evidence)
{
    enum letter_topic topic = evidence ? evidence->topic : letter_context(pen, 0);
    heading(pen, sheet, HEAD_OPENER, STAYS);
    letter_sheet_line(sheet, greeting(pen, LETTER_SPEAK), 10, STAYS);
    struct letter_sentence intro = letter_pick(pen, LETTER_INTRO, pen->touch > 1);
    letter_sheet_add(sheet, intro.text ? intro : letter_pick(pen, LETTER_INTRO, 0), 10, LAST_TO_GO);
    if (evidence)
        letter_show(pen, evidence);
    heading(pen, sheet, HEAD_VALUE, LAST_TO_GO);
    /* Who has just said their name needs no introduction to the introduction. */
    if (topic != TOPIC_PLAIN)
        letter_sheet_line(sheet, opening(pen, topic), 11, OPENING);
    letter_sheet_line(sheet, own(pen, pen->request->offer.does), 11, LAST_TO_GO);
    letter_sheet_add(sheet, own(pen, pen->request->offer.outcome), 11, SECOND_POINT);
    letter_sheet_line(sheet, proof_of(pen), 11, THOUGHT);
    heading(pen, sheet, HEAD_QUESTIONS, FIRST_POINT);
    letter_sheet_line(sheet, letter_pick(pen, LETTER_QUESTION, 1), 12, FIRST_POINT);
    letter_sheet_line(sheet, letter_pick(pen, LETTER_QUESTION, 2), 12, FIRST_POINT);
    heading(pen, sheet, HEAD_OBJECTIONS, SECOND_POINT);
    letter_sheet_line(sheet, letter_pick(pen, LETTER_OBJECT, 1), 13, SECOND_POINT);
    letter_sheet_line(sheet, letter_pick(pen, LETTER_OBJECT, 2), 13, SECOND_POINT);
    heading(pen, sheet, HEAD_CLOSE, STAYS);
    letter_sheet_line(sheet, question(pen, true), 14, STAYS);
    letter_sheet_add(sheet, letter_pick(pen, LETTER_END, 0), 14, SECOND_POINT);
    letter_sheet_line(sheet, letter_pick(pen, LETTER_END, 1), 14, SECOND_POINT);
    letter_sheet_line(sheet, letter_pick(pen, LETTER_END, 2), 14, SECOND_POINT);
}

/* The farewell: that it is one, what it was about, and one question that is easy to refuse. */
static void
write_last(struct letter_pen *pen, struct letter_sheet *sheet)
{
    struct letter_sentence ask = letter_pick(pen, LETTER_LAST, 2);
    letter_sheet_add(sheet, letter_pick(pen, LETTER_LAST, 0), 1, ask.text ? FIRST_POINT : STAYS);
    if (!ask.text)
        return;
    letter_sheet_add(sheet, own(pen, pen->request->offer.does), 1, OPENING);
    letter_sheet_add(sheet, letter_pick(pen, LETTER_LAST, 1), 2, SECOND_POINT);
    letter_sheet_add(sheet, ask, 2, STAYS);
}

static enum letter_topic
write_written(struct letter_pen *pen, struct letter_sheet *sheet,
              const struct letter_evidence *evidence, size_t n)
{
    if (is_last(pen)) {
        write_last(pen, sheet);
        return TOPIC_COMPANY;
    }
    return pen->touch > 1 ? write_again(pen, sheet, evidence, n)
                          : write_first(pen, sheet, evidence);
}

/* One message on a fresh sheet. True: it keeps to `most`. */
static bool
compose(struct letter_pen *pen, size_t most, struct letter *out)
{
    const struct letter_request *request = pen->request;
    struct letter_sheet sheet = {.lower_start = pen->words->lower_start};
    struct letter_evidence all[LETTER_EVIDENCE_MOST];
    size_t n = letter_evidence(pen, all);
    const struct letter_evidence *evidence = turn_of(pen, all, n);
    bool is_email = !strcmp(request->channel, "email");
    enum letter_topic topic = TOPIC_PLAIN;
    if (!strcmp(request->channel, "call")) {
        write_call(pen, &sheet, evidence ? evidence : n ? all : NULL);
    } else {
        letter_sheet_add(&sheet, greeting(pen, LETTER_HELLO), 0, STAYS);
        if (!strcmp(request->channel, "linkedin_connect"))
            write_connect(pen, &sheet, evidence ? evidence : n ? all : NULL, most);
        else
            topic = write_written(pen, &sheet, evidence, n);
    }
    if (is_email) {
        letter_sign(pen, &sheet);
        out->subject = subject_of(pen, topic);
    } else if (!strcmp(request->channel, "linkedin_message")) {
        letter_sheet_add(&sheet, letter_pick(pen, LETTER_CLOSE, 1), 90, SIGNED);
        letter_sheet_line(&sheet, letter_plain(pen->slots[SLOT_SENDER].text), 90, SIGNED);
    }
    return letter_sheet_write(pen->arena, &sheet, most, out);
}

/* Where even the shortest text is too long: without names, and with our own short question. */
static void
forgo_names(struct letter_pen *pen, struct letter_request *request)
{
    letter_slots_forgo(pen);
    request->offer.ask = NULL;
    request->sender.signature = NULL;
    pen->request = request;
}

bool
letter_write(struct arena *arena, const struct letter_request *request, struct letter *out)
{
    struct letter_pen pen = {.arena = arena, .request = request};
    size_t most = 0;
    *out = (struct letter){0};
    for (size_t i = 0; request->language && i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i]->code, request->language))
            pen.words = words[i];
    for (size_t i = 0; request->channel && letter_limits[i].channel; i++)
        if (!strcmp(letter_limits[i].channel, request->channel))
            most = letter_limits[i].most;
    if (!pen.words || !most)
        return false;
    if (strcmp(request->channel, "linkedin_connect") && !own(&pen, request->offer.does).text)
        return false;
    pen.tone = tone_of(request->tone);
    pen.informal = request->formality && !strcmp(request->formality, "informal");
    pen.touch = request->touch < 1 ? 1 : request->touch;
    if (request->max_length && request->max_length < most)
        most = request->max_length;
    letter_slots(&pen);
    if (compose(&pen, most, out))
        return true;
    struct letter_request shorter = *request;
    struct letter full = *out;
    forgo_names(&pen, &shorter);
    if (!compose(&pen, most, out) && text_count(out->body) > text_count(full.body))
        *out = full;
    return true;
}
