/* The people of a page. See people.h. Names, titles and links come as atoms in the order of the page;
 * here it is decided which title belongs to which name, and by how much speaks for it whether somebody
 * works there. */
#include <string.h>

#include "base/text.h"
#include "domain/company/company_name.h"
#include "domain/enrich/people.h"
#include "domain/enrich/people_atom.h"

enum {
    CARD_LEVELS = 8,  /* most elements between a name and the card around it */
    CARD_ATOMS = 40,  /* most atoms on either side of a name in its card */
    TITLE_AWAY = 4,   /* most texts between a name and its title */
    VOTES = 32,       /* kinds of markup that are counted */
    TITLE_PLAIN = 70, /* most bytes of a title whose words nobody knows */
    NONE = 0xFFFFF
};

/* How pages mark up names, and their titles: those that are sure tell of those that are not. */
struct vote {
    const struct markup_node *name, *title; /* examples */
    int n;
};

struct reading {
    struct arena *arena;
    const struct people_source *source;
    struct people_atom *atoms;
    size_t n;
    struct vote votes[VOTES];
    size_t n_votes;
    bool roster; /* several names with titles, and nothing that says whose else they are */
};

/* --- kinds of atoms ---------------------------------------------------------------------------- */

static bool
is_text(const struct people_atom *atom)
{
    return atom->kind != PEOPLE_ATOM_LINK && atom->kind != PEOPLE_ATOM_IMAGE;
}

/* The next text after or before an atom; NONE. */
static size_t
next_text(const struct reading *reading, size_t i, int step)
{
    while (true) {
        if (step < 0 ? i == 0 : i + 1 >= reading->n)
            return NONE;
        i = step < 0 ? i - 1 : i + 1;
        if (is_text(&reading->atoms[i]))
            return i;
    }
}

static size_t
next_name(const struct reading *reading, size_t i, int step)
{
    for (i = next_text(reading, i, step); i != NONE; i = next_text(reading, i, step))
        if (reading->atoms[i].kind == PEOPLE_ATOM_NAME)
            return i;
    return NONE;
}

static bool
is_kind(const struct reading *reading, size_t i, enum people_atom_kind kind)
{
    return i != NONE && reading->atoms[i].kind == kind;
}

static bool
same_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

/* The place of a cell in its row. */
static size_t
column_of(const struct markup_node *cell)
{
    size_t n = 0;
    for (const struct markup_node *at = cell->parent ? cell->parent->first_child : NULL;
         at && at != cell; at = at->next)
        n += at->tag == MARKUP_TD || at->tag == MARKUP_TH;
    return n;
}

/* True when two elements are marked up alike. */
static bool
alike(const struct markup_node *a, const struct markup_node *b)
{
    return a->tag == b->tag && same_text(markup_attr(a, "class"), markup_attr(b, "class")) &&
           (!a->parent == !b->parent) && (!a->parent || a->parent->tag == b->parent->tag) &&
           (a->tag != MARKUP_TD || column_of(a) == column_of(b));
}

/* What both a name and a title could be is a title behind a name, a name before a title. */
static void
settle_both(struct reading *reading)
{
    for (size_t i = 0; i < reading->n; i++) {
        struct people_atom *atom = &reading->atoms[i];
        if (atom->kind != PEOPLE_ATOM_BOTH)
            continue;
        size_t before = next_text(reading, i, -1), after = next_text(reading, i, 1);
        bool behind_name = is_kind(reading, before, PEOPLE_ATOM_NAME) &&
                           !is_kind(reading, after, PEOPLE_ATOM_TITLE);
        bool before_title =
            is_kind(reading, after, PEOPLE_ATOM_TITLE) || is_kind(reading, after, PEOPLE_ATOM_BOTH);
        atom->kind = !(atom->flags & PEOPLE_IS_TITLE) && before_title && !behind_name
                         ? PEOPLE_ATOM_NAME
                         : PEOPLE_ATOM_TITLE;
    }
}

/* A picture's name stands for a missing one: before a title that has no other. */
static void
settle_images(struct reading *reading)
{
    for (size_t i = 0; i < reading->n; i++) {
        struct people_atom *atom = &reading->atoms[i];
        if (atom->kind != PEOPLE_ATOM_IMAGE || atom->name == PEOPLE_NAME_NO)
            continue;
        size_t after = next_text(reading, i, 1), before = next_text(reading, i, -1);
        bool named = is_kind(reading, before, PEOPLE_ATOM_NAME) &&
                     !strcmp(text_fold(reading->arena, reading->atoms[before].text),
                             text_fold(reading->arena, atom->text));
        if (is_kind(reading, after, PEOPLE_ATOM_TITLE) && !named &&
            reading->atoms[after].label == NULL)
            atom->kind = PEOPLE_ATOM_NAME;
    }
}

/* --- votes ------------------------------------------------------------------------------------- */

/* The vote for a name marked up like this (and a title like that, if given); NONE. */
static size_t
vote_of(const struct reading *reading, const struct markup_node *name,
        const struct markup_node *title)
{
    for (size_t i = 0; i < reading->n_votes; i++)
        if (alike(reading->votes[i].name, name) &&
            (!title || alike(reading->votes[i].title, title)))
            return i;
    return NONE;
}

static void
count_votes(struct reading *reading)
{
    for (size_t i = 0; i < reading->n; i++) {
        const struct people_atom *atom = &reading->atoms[i];
        size_t after = next_text(reading, i, 1);
        if (atom->kind != PEOPLE_ATOM_NAME || !is_kind(reading, after, PEOPLE_ATOM_TITLE) ||
            atom->line == reading->atoms[after].line)
            continue;
        const struct markup_node *title = reading->atoms[after].line->node;
        size_t vote = vote_of(reading, atom->line->node, title);
        if (vote == NONE && reading->n_votes < VOTES) {
            vote = reading->n_votes++;
            reading->votes[vote] = (struct vote){atom->line->node, title, 0};
        }
        if (vote != NONE)
            reading->votes[vote].n++;
    }
}

/* What stands where titles stand is one, even when nobody knows its words. */
static void
follow_votes(struct reading *reading)
{
    for (size_t i = 0; i < reading->n; i++) {
        struct people_atom *atom = &reading->atoms[i];
        size_t after = next_text(reading, i, 1);
        if (atom->kind != PEOPLE_ATOM_NAME || after == NONE)
            continue;
        struct people_atom *behind = &reading->atoms[after];
        bool open = behind->kind == PEOPLE_ATOM_OTHER || behind->kind == PEOPLE_ATOM_NAME;
        if (!open || behind->line == atom->line || (behind->flags & PEOPLE_LONG) ||
            strlen(behind->text) > TITLE_PLAIN || text_ends(behind->text, "."))
            continue;
        bool voted = vote_of(reading, atom->line->node, behind->line->node) != NONE &&
                     !alike(atom->line->node, behind->line->node);
        bool marked = (behind->flags & PEOPLE_IS_TITLE) && !(behind->flags & PEOPLE_IS_NAME);
        if (voted || marked)
            behind->kind = PEOPLE_ATOM_TITLE;
    }
}

/* --- cards ------------------------------------------------------------------------------------- */

static bool
contains(const struct markup_node *outer, const struct markup_node *inner)
{
    while (inner && inner != outer)
        inner = inner->parent;
    return inner != NULL;
}

static bool
is_page_part(const struct markup_node *node)
{
    return !node->parent || node->tag == MARKUP_BODY || node->tag == MARKUP_MAIN ||
           node->tag == MARKUP_HTML;
}

struct card {
    size_t from, to; /* atoms; `to` is one behind */
};

/* All atoms around `i` that are inside an element. */
static void
widen(const struct reading *reading, const struct markup_node *root, size_t i, struct card *card)
{
    while (card->from > 0 && i - card->from < CARD_ATOMS &&
           contains(root, reading->atoms[card->from - 1].line->node))
        card->from--;
    while (card->to < reading->n && card->to - i < CARD_ATOMS &&
           contains(root, reading->atoms[card->to].line->node))
        card->to++;
}

static bool
has_links(const struct reading *reading, const struct card *card)
{
    for (size_t i = card->from; i < card->to; i++)
        if (!is_text(&reading->atoms[i]))
            return true;
    return false;
}

/* The largest element around a name that holds no other name; its atoms. Where names and what belongs
 * to them stand side by side, all up to the next name. */
static struct card
card_of(const struct reading *reading, size_t i)
{
    const struct people_atom *atoms = reading->atoms;
    size_t before = next_name(reading, i, -1), after = next_name(reading, i, 1);
    const struct markup_node *root = atoms[i].line->node, *up = root->parent;
    struct card card = {i, i + 1};
    if ((before != NONE && atoms[before].line == atoms[i].line) ||
        (after != NONE && atoms[after].line == atoms[i].line)) {
        while (card.to < reading->n && card.to != after && atoms[card.to].line == atoms[i].line)
            card.to++;
        return card;
    }
    for (int level = 0; level < CARD_LEVELS && up && !is_page_part(up); level++, up = up->parent) {
        if ((before != NONE && contains(up, atoms[before].line->node)) ||
            (after != NONE && contains(up, atoms[after].line->node)))
            break;
        root = up;
    }
    widen(reading, root, i, &card);
    /* names and what belongs to them side by side in one element */
    bool alone = root == atoms[i].line->node && up && !has_links(reading, &card);
    while (alone && card.to < reading->n && card.to - i < CARD_ATOMS && card.to != after &&
           contains(up, atoms[card.to].line->node) &&
           (after == NONE || !contains(atoms[after].line->node, atoms[card.to].line->node)))
        card.to++;
    return card;
}

/* --- title ------------------------------------------------------------------------------------- */

struct found {
    size_t title; /* an atom, or NONE */
    const char *text;
    int strength;
};

/* How surely an atom is a title. */
static int
worth(const struct people_atom *atom)
{
    return atom->strength + (atom->flags & PEOPLE_IS_TITLE ? 2 : 0) -
           (strlen(atom->text) > TITLE_PLAIN ? 1 : 0);
}

/* The title behind a name, before the next name. */
static size_t
title_behind(const struct reading *reading, size_t i, const struct card *card)
{
    const struct people_atom *atom = &reading->atoms[i];
    size_t at = next_text(reading, i, 1);
    for (int away = 0; at != NONE && away < TITLE_AWAY; away++, at = next_text(reading, at, 1)) {
        const struct people_atom *behind = &reading->atoms[at];
        if (behind->kind == PEOPLE_ATOM_NAME || behind->label || at >= card->to ||
            (behind->line->level && behind->line->level < atom->line->level))
            return NONE;
        if (behind->kind == PEOPLE_ATOM_TITLE)
            return at;
    }
    return NONE;
}

/* The title right before a name: in its card, or the head of a list. */
static size_t
title_before(const struct reading *reading, size_t i, const struct card *card)
{
    const struct people_atom *atom = &reading->atoms[i];
    size_t before = next_text(reading, i, -1);
    if (!is_kind(reading, before, PEOPLE_ATOM_TITLE))
        return NONE;
    const struct people_atom *front = &reading->atoms[before];
    size_t two = next_text(reading, before, -1);
    bool inside = before >= card->from;
    bool beside = front->label || front->line->node->parent == atom->line->node->parent;
    bool taken = is_kind(reading, two, PEOPLE_ATOM_NAME) && !front->label;
    bool section = front->line->level && front->heading == PEOPLE_HEADING_TEAM;
    return (inside || (beside && !taken)) && !section ? before : NONE;
}

static struct found
title_of(const struct reading *reading, size_t i, const struct card *card)
{
    const struct people_atom *atom = &reading->atoms[i];
    struct found found = {NONE, NULL, 0};
    if (atom->label) {
        found.text = *atom->label ? atom->label : NULL;
        found.strength = found.text ? 2 : 0;
        return found;
    }
    size_t behind = title_behind(reading, i, card), before = title_before(reading, i, card);
    found.title = behind != NONE ? behind : before;
    if (behind != NONE && before != NONE && before >= card->from &&
        worth(&reading->atoms[before]) > worth(&reading->atoms[behind]))
        found.title = before;
    if (found.title != NONE) {
        const struct people_atom *title = &reading->atoms[found.title];
        found.text = title->label ? title->label : title->text;
        found.strength = title->strength;
    }
    return found;
}

/* --- evidence ---------------------------------------------------------------------------------- */

/* Folded, and German umlauts in two letters: "mueller". */
static const char *
german(struct arena *arena, const char *text)
{
    static const char *const pairs[][2] = {
        {"ä", "ae"},
        {"ö", "oe"},
        {"ü", "ue"},
        {"å", "aa"}
    };
    const char *lower = text_lower(arena, text);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (const char *at = strstr(lower, pairs[i][0]); at; at = strstr(lower, pairs[i][0]))
            lower = arena_printf(arena, "%.*s%s%s", (int)(at - lower), lower, pairs[i][1],
                                 at + strlen(pairs[i][0]));
    return text_fold(arena, lower);
}

/* True when a word of the name, three letters or more, is in the local part. */
static bool
has_word_of(struct arena *arena, const char *local, const char *name)
{
    for (const char *at = name; *at;) {
        size_t length = strcspn(at, " -");
        if (length > 2 && strstr(local, arena_strndup(arena, at, length)))
            return true;
        at += length + (at[length] != '\0');
    }
    return false;
}

/* True when the address looks like one of the person's: it has a name of theirs, or is their initials. */
static bool
is_address_of(struct arena *arena, const struct person *person, const char *email)
{
    const char *local = arena_strndup(arena, email, strcspn(email, "@"));
    const char *first = text_fold(arena, person->name.first);
    const char *last = text_fold(arena, person->name.last);
    return has_word_of(arena, local, text_fold(arena, person->display)) ||
           has_word_of(arena, local, german(arena, person->display)) ||
           (strlen(local) == 2 && local[0] == first[0] && local[1] == last[0]);
}

/* Links and addresses of the card. True when it has a picture. */
static bool
read_card(const struct reading *reading, const struct card *card, struct person *person)
{
    struct arena *arena = reading->arena;
    bool picture = false;
    for (size_t i = card->from; i < card->to; i++) {
        const struct people_atom *atom = &reading->atoms[i];
        picture =
            picture || atom->kind == PEOPLE_ATOM_IMAGE || atom->line->kind == PEOPLE_LINE_IMAGE;
        if (atom->kind == PEOPLE_ATOM_OTHER && strchr(atom->text, '@') &&
            !(atom->flags & PEOPLE_LONG))
            people_set_email(arena, person, atom->text);
        if (atom->kind != PEOPLE_ATOM_LINK)
            continue;
        if (text_starts(atom->text, "mailto:"))
            people_set_email(arena, person, atom->text);
        else if (text_starts(atom->text, "tel:"))
            people_set_phone(arena, person, atom->text + 4, reading->source->country);
        else
            people_set_linkedin(arena, person, atom->text);
    }
    return picture;
}

/* Prose in quotation marks before the name: somebody is quoted. */
static bool
is_quoted(const struct reading *reading, size_t i, const struct card *card)
{
    static const char *const marks[] = {"“", "”", "„", "«", "»", "\"", "‘", "‚"};
    size_t before = next_text(reading, i, -1);
    if (before == NONE || before < card->from || before == i)
        return false;
    const char *text = reading->atoms[before].text;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (text_starts(text, marks[k]) || text_ends(text, marks[k]))
            return true;
    return false;
}

static int
points_of_place(const struct reading *reading, const struct people_atom *atom)
{
    static const int kinds[PAGE_KINDS] = {
        [PAGE_TEAM] = 2, [PAGE_ABOUT] = 1, [PAGE_CONTACT] = 1, [PAGE_LEGAL] = 1};
    int points = kinds[reading->source->kind];
    bool in = (atom->flags & PEOPLE_IN_TEAM) != 0, below = atom->heading == PEOPLE_HEADING_TEAM;
    points += in && below ? 3 : in || below ? 2 : 0;
    if (atom->flags & PEOPLE_IN_PERSON)
        points += 3;
    if (atom->flags & PEOPLE_IN_DOUBTFUL)
        points -= 2;
    if (atom->flags & PEOPLE_IS_NAME)
        points++;
    return points + (atom->name == PEOPLE_NAME_LIKELY) + (atom->label ? 3 : 0);
}

/* How much it takes; NONE: pages of the kind show nobody. */
static int
points_wanted(const struct reading *reading, const struct people_atom *atom)
{
    bool place = atom->heading == PEOPLE_HEADING_TEAM ||
                 (atom->flags & (PEOPLE_IN_TEAM | PEOPLE_IN_PERSON)) != 0;
    if (reading->roster)
        return reading->source->kind == PAGE_OTHER ? 3 : 4;
    switch (reading->source->kind) {
    case PAGE_TEAM:
    case PAGE_ABOUT:
    case PAGE_LEGAL:
    case PAGE_CONTACT:
        return 4;
    case PAGE_HOME:
        return place ? 5 : NONE;
    case PAGE_OTHER:
    case PAGE_CAREERS:
        return place ? 6 : NONE;
    case PAGE_PRODUCT:
    case PAGE_PRICING:
    case PAGE_DOCS:
    case PAGE_SECURITY:
    case PAGE_BLOG:
    case PAGE_KINDS:
        break;
    }
    return NONE;
}

/* The company's own name, or a product called after it. */
static bool
is_company(const struct reading *reading, const struct people_atom *atom)
{
    struct company_name name;
    struct arena *arena = reading->arena;
    if (!reading->source->company || !*reading->source->company)
        return false;
    if (!strcmp(company_name_key(arena, reading->source->company),
                company_name_key(arena, atom->text)))
        return true;
    company_name_split(arena, reading->source->company, &name);
    const char *base = text_fold(arena, name.base), *text = text_fold(arena, atom->text);
    return atom->name != PEOPLE_NAME_LIKELY && text_starts(text, base) && text[strlen(base)] == ' ';
}

/* On legal pages photographers, agencies and outside officers are named too. */
static bool
is_credit(const struct reading *reading, const struct person *person, const struct found *found)
{
    return reading->source->kind == PAGE_LEGAL && found->text && person->rank < 6;
}

static void
consider(const struct reading *reading, size_t i, struct people *out)
{
    const struct people_atom *atom = &reading->atoms[i];
    struct arena *arena = reading->arena;
    struct card card = card_of(reading, i);
    struct found found = title_of(reading, i, &card);
    struct person person = {.url = reading->source->url};
    bool framed = (atom->flags & PEOPLE_IN_FRAME) && !(atom->label && *atom->label);
    if (atom->name == PEOPLE_NAME_NO || framed || (atom->flags & PEOPLE_IN_AGAINST) ||
        atom->heading == PEOPLE_HEADING_AGAINST || is_company(reading, atom) ||
        people_title_is_foreign(arena, found.text, reading->source) ||
        !people_set_name(arena, &person, atom->text))
        return;
    people_set_title(arena, &person, found.text);
    bool picture = read_card(reading, &card, &person);
    bool own = person.email && is_address_of(arena, &person, person.email);
    if (!own && !person.linkedin_key)
        person.email = NULL;
    size_t vote = vote_of(reading, atom->line->node, NULL);
    bool often = vote != NONE && reading->votes[vote].n > 1;
    bool known = person.linkedin_key || own || (atom->flags & PEOPLE_IN_PERSON) ||
                 (atom->label && !*atom->label);
    int points = points_of_place(reading, atom) + found.strength + (person.linkedin_key ? 2 : 0) +
                 (own ? 3 : 0) + (often ? (int)(reading->votes[vote].n > 2) + 1 : 0) +
                 (picture ? 1 : 0) - (is_quoted(reading, i, &card) ? 4 : 0);
    bool in_team = (atom->flags & PEOPLE_IN_TEAM) || atom->heading == PEOPLE_HEADING_TEAM;
    bool weak = atom->name != PEOPLE_NAME_LIKELY && found.strength < 2 && !known && !in_team;
    if (weak || points < points_wanted(reading, atom) || is_credit(reading, &person, &found) ||
        (!found.text && !known && !(often && points > 5)))
        return;
    person.confidence = points > 9 ? 95 : 50 + 5 * points;
    struct person *added = people_add(arena, out);
    if (added)
        *added = person;
}

/* True when an address is that of a page about customers, news or events. */
static bool
is_of_others(struct arena *arena, const char *url)
{
    const char *path = strstr(url, "://");
    path = path ? strchr(path + 3, '/') : NULL;
    for (const char *at = path ? text_fold(arena, path) : ""; *at;) {
        size_t length = strcspn(at, "/-_.?&=");
        const char *token = arena_strndup(arena, at, length);
        if (people_words_class(token) & (PEOPLE_CLASS_DOUBTFUL | PEOPLE_CLASS_AGAINST))
            return true;
        at += length + (at[length] != '\0');
    }
    return false;
}

/* On a page of which nothing else is known: two names or more with a title each that says a rank, none
 * of them quoted or of another company. */
static bool
is_roster(const struct reading *reading)
{
    size_t n = 0;
    if (reading->source->kind != PAGE_OTHER || is_of_others(reading->arena, reading->source->url))
        return false;
    for (size_t i = 0; i < reading->n; i++) {
        const struct people_atom *atom = &reading->atoms[i];
        if (atom->kind != PEOPLE_ATOM_NAME || (atom->flags & PEOPLE_IN_FRAME) || atom->label)
            continue;
        struct card card = card_of(reading, i);
        struct found found = title_of(reading, i, &card);
        size_t before = next_text(reading, i, -1);
        bool prose = before != NONE && before >= card.from && before != i &&
                     strlen(reading->atoms[before].text) > TITLE_PLAIN;
        if (found.strength == 0 || prose)
            continue;
        if ((atom->flags & (PEOPLE_IN_AGAINST | PEOPLE_IN_DOUBTFUL)) ||
            atom->heading == PEOPLE_HEADING_AGAINST || is_quoted(reading, i, &card) ||
            people_title_is_foreign(reading->arena, found.text, reading->source))
            return false;
        n += found.strength == 2;
    }
    return n > 1;
}

/* A number that several people have is the switchboard's. */
static void
drop_shared_phones(struct people *people)
{
    for (size_t i = 0; i < people->n; i++) {
        bool shared = false;
        for (size_t k = i + 1; people->of[i].phone && k < people->n; k++)
            if (people->of[k].phone && !strcmp(people->of[k].phone, people->of[i].phone)) {
                people->of[k].phone = NULL;
                shared = true;
            }
        if (shared)
            people->of[i].phone = NULL;
    }
}

/* A page of which the address tells nothing may tell by its heading. */
static enum page_kind
kind_of_heading(struct arena *arena, const struct markup *document, const char *url)
{
    const struct markup_node *heading = markup_first(document->root, MARKUP_H1);
    int certainty;
    const char *text = heading ? markup_text(arena, heading, 200) : "";
    enum page_kind kind = page_kind_of_link(arena, url, text, &certainty);
    return kind == PAGE_ABOUT || kind == PAGE_TEAM || kind == PAGE_CONTACT ? kind : PAGE_OTHER;
}

void
people_page_read(struct ctx *ctx, const struct markup *document, const struct people_source *source,
                 struct people *out)
{
    struct people_lines lines;
    struct people_atoms atoms;
    *out = (struct people){NULL, 0, 0};
    if (source->kind == PAGE_BLOG || source->kind == PAGE_DOCS)
        return;
    people_ld_read(ctx, document, source, out);
    people_line_read(ctx->arena, document, &lines);
    people_atom_read(ctx->arena, &lines, &atoms);
    struct people_source settled = *source;
    if (source->kind == PAGE_OTHER)
        settled.kind = kind_of_heading(ctx->arena, document, source->url);
    struct reading reading = {
        .arena = ctx->arena, .source = &settled, .atoms = atoms.of, .n = atoms.n};
    settle_both(&reading);
    settle_images(&reading);
    count_votes(&reading);
    follow_votes(&reading);
    reading.roster = is_roster(&reading);
    for (size_t i = 0; i < reading.n; i++)
        if (reading.atoms[i].kind == PEOPLE_ATOM_NAME)
            consider(&reading, i, out);
    drop_shared_phones(out);
    people_merge(out, PEOPLE_PAGE_MAX);
}
