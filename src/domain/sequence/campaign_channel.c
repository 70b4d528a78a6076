/* Channels and conditions. See campaign_channel.h. */
#include "domain/sequence/campaign_channel.h"

#include <stddef.h>
#include <string.h>

/* clang-format off */
const struct campaign_channel campaign_channels[] = {
    {"linkedin_connect", "LinkedIn invitation", "link",
     "A short reason to connect: no offer, no link.", 300, 300, false, false},
    {"linkedin_message", "LinkedIn message", "chat",
     "A message to somebody who accepted the invitation, as one would write to a peer.",
     2000, 600, false, true},
    {"email", "E-mail", "mail",
     "What is in it for them first, then one thing to do. The subject has less than 60 characters.",
     5000, 1200, true, true},
    {"call", "Call script", "phone",
     "What to say on the phone: how to open, why it matters, questions, objections.",
     2000, 1500, false, false},
    {NULL, NULL, NULL, NULL, 0, 0, false, false},
};

const struct campaign_condition campaign_conditions[] = {
    {"always", "Always", "Everybody gets it who has not opted out."},
    {"no_response", "If no reply", "Only those who have not replied by then."},
    {"opened_not_replied", "If opened, no reply",
     "Only those who opened an earlier message and have not replied."},
    {NULL, NULL, NULL},
};
/* clang-format on */

const struct campaign_channel *
campaign_channel_of(const char *name)
{
    for (const struct campaign_channel *channel = campaign_channels; channel->name; channel++)
        if (name && !strcmp(channel->name, name))
            return channel;
    return NULL;
}

const struct campaign_condition *
campaign_condition_of(const char *name)
{
    for (const struct campaign_condition *condition = campaign_conditions; condition->name;
         condition++)
        if (name && !strcmp(condition->name, name))
            return condition;
    return NULL;
}
