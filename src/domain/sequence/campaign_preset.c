/* The system's own sequences. See campaign_preset.h. */
#include "domain/sequence/campaign_preset.h"

#define STEP(at, day, on, way, when, name, length, n, words)                                       \
    {                                                                                              \
        .position = (at), .channel = (way), .day_offset = (day), .condition = (when),              \
        .label = (name), .max_length = (length), .instructions = (words), .variants = (n),         \
        .is_on = (on)                                                                              \
    }
#define STEPS(array) .steps = (array), .n_steps = sizeof(array) / sizeof *(array)

/* One step, two lines. */
/* clang-format off */
static const struct campaign_step linkedin_email[] = {
    STEP(1, 0, true, "linkedin_connect", "always", "LinkedIn Invite", 300, 1,
         "One fact about them or their company and why that made you write. No offer, no link."),
    STEP(2, 2, true, "email", "no_response", "Email 1", 900, 1,
         "Open with what their company is doing now, say what changes for them, end with one question."),
    STEP(3, 6, true, "email", "no_response", "Email 2", 700, 1,
         "Another reason than in the first e-mail, with the proof. Do not repeat the first one."),
    STEP(4, 9, true, "linkedin_message", "no_response", "LI Followup + PDF", 500, 1,
         "Two or three sentences between peers. One question that can be answered in a line."),
    STEP(5, 14, false, "email", "no_response", "Email 3", 500, 1,
         "Say that this is the last message, leave the door open, ask who else it may concern."),
};
static const struct campaign_step email_3[] = {
    STEP(1, 0, true, "email", "always", "Intro", 900, 1,
         "Why them and why now, from one fact about their company; what you do in one sentence; one question."),
    STEP(2, 3, true, "email", "no_response", "Value", 800, 1,
         "What others in their place got from it, with the proof. A different opening than the intro."),
    STEP(3, 8, true, "email", "no_response", "Close", 500, 1,
         "Short and without reproach: this is the last e-mail, and one easy way to answer."),
};
static const struct campaign_step linkedin_only[] = {
    STEP(1, 0, true, "linkedin_connect", "always", "LinkedIn Invite", 300, 1,
         "One fact about them or their company and why that made you write. No offer, no link."),
    STEP(2, 3, true, "linkedin_message", "no_response", "LinkedIn Followup", 500, 1,
         "As one would write to a peer: what you noticed, what you do about it, one question."),
};
static const struct campaign_step meetup[] = {
    STEP(1, 0, true, "linkedin_connect", "always", "LinkedIn Invite", 300, 1,
         "Refer to the meetup in a few words, then one thing they do that interests you."),
    STEP(2, 3, true, "email", "no_response", "Email", 700, 1,
         "Pick up where the meetup ended; one idea for their company; offer a short talk."),
};
static const struct campaign_step email_call[] = {
    STEP(1, 0, true, "email", "always", "First e-mail", 800, 1,
         "Say why them, what changes for them, and that you will ring in a few days if it fits."),
    STEP(2, 3, true, "email", "no_response", "Reminder", 400, 1,
         "Three sentences: one new fact, the point once more, one question."),
    STEP(3, 5, true, "call", "no_response", "Call", 1500, 1,
         "Refer to the e-mails. Two open questions before the offer; answers to “no time” and “send me something”."),
    STEP(4, 10, true, "email", "no_response", "Last e-mail", 400, 1,
         "This is the last one. Leave the door open and ask who else it may concern."),
};
static const struct campaign_step three_angles[] = {
    STEP(1, 0, true, "email", "always", "Opening, three angles", 800, 3,
         "The variants differ in their angle only: a problem, a chance, what a peer got from it."),
    STEP(2, 4, true, "email", "no_response", "Follow-up", 500, 1,
         "One new fact and one question. Works whichever angle the first e-mail had."),
    STEP(3, 9, true, "linkedin_message", "no_response", "LinkedIn message", 400, 1,
         "A short word between peers that refers to the e-mails."),
};

const struct campaign_preset campaign_presets[] = {
    {.key = "linkedin-email", .name = "LinkedIn + Email Sequence",
     .description = "An invitation, two e-mails and a LinkedIn message with a PDF over nine days; a last e-mail waits, switched off.",
     .language = "en", .tone = "professional", .formality = "formal", STEPS(linkedin_email), .pdf_step = 4},
    {.key = "email-3-step", .name = "Email 3-Step",
     .description = "Three e-mails in eight days, each with another reason. Works without LinkedIn.",
     .language = "en", .tone = "professional", .formality = "formal", STEPS(email_3)},
    {.key = "linkedin-only", .name = "LinkedIn Only",
     .description = "For people whose address is not known: an invitation and one message.",
     .language = "en", .tone = "casual", .formality = "informal", STEPS(linkedin_only)},
    {.key = "meetup", .name = "Meetup Dual LinkedIn + Email",
     .description = "After a meetup or a fair: an invitation at once, an e-mail three days later to who did not reply.",
     .language = "en", .tone = "casual", .formality = "informal", STEPS(meetup)},
    {.key = "email-call", .name = "E-mail, then call",
     .description = "Two e-mails prepare a call with a script; a last e-mail for those who could not be reached.",
     .language = "en", .tone = "professional", .formality = "formal", STEPS(email_call)},
    {.key = "three-angles", .name = "Three angles to compare",
     .description = "The first e-mail in three variants: choose the best one for each person, or split them and see which angle is approved most.",
     .language = "en", .tone = "friendly", .formality = "formal", STEPS(three_angles)},
    {.key = NULL},
};
/* clang-format on */
