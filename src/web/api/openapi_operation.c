/* What each row of the interface does. See openapi_operation.h. */
#include "web/api/openapi_operation.h"

#include "web/account/pages.h"
#include "web/api/pages.h"

enum { OK = 200, CREATED = 201 };

/* One row, one line. */
/* clang-format off */
static const struct openapi_operation operations[] = {
    {api_me_page, "whoAmI", "Whose token this is and what it may do", NULL, NULL, "Me", OK, 0, false},
    {api_company_list, "listCompanies", "Companies that match, a page at a time", NULL, NULL, "CompanyPage", OK, RECORD_COMPANY, true},
    {api_company_facets, "countCompanies", "How many companies each filter value would leave", NULL, NULL, "Facets", OK, RECORD_COMPANY, false},
    {api_company_create, "createCompany", "Add a company", NULL, "CompanyInput", "Company", CREATED, 0, false},
    {api_company_page, "getCompany", "One company", NULL, NULL, "Company", OK, 0, false},
    {api_company_change, "changeCompany", "Change members of a company; what is not sent stays", NULL, "CompanyInput", "Company", OK, 0, false},
    {api_company_delete, "deleteCompany", "Delete a company; it can be restored for a while", NULL, NULL, "Deleted", OK, 0, false},
    {api_contact_list, "listContacts", "Contacts that match, a page at a time", NULL, NULL, "ContactPage", OK, RECORD_CONTACT, true},
    {api_contact_facets, "countContacts", "How many contacts each filter value would leave", NULL, NULL, "Facets", OK, RECORD_CONTACT, false},
    {api_contact_create, "createContact", "Add a contact", NULL, "ContactInput", "Contact", CREATED, 0, false},
    {api_contact_page, "getContact", "One contact", NULL, NULL, "Contact", OK, 0, false},
    {api_contact_change, "changeContact", "Change members of a contact; what is not sent stays", NULL, "ContactInput", "Contact", OK, 0, false},
    {api_contact_delete, "deleteContact", "Delete a contact; it can be restored for a while", NULL, NULL, "Deleted", OK, 0, false},

    {api_campaign_list, "listCampaigns", "Campaigns, a page at a time", NULL, NULL, "CampaignPage", OK, 0, false},
    {api_campaign_create, "createCampaign", "Add a campaign as a draft, with the steps and voice of a template if one is named", &api_campaign_create_input, NULL, "Campaign", CREATED, 0, false},
    {api_campaign_page, "getCampaign", "One campaign with its steps, offers, counts, and where it can go", NULL, NULL, "Campaign", OK, 0, false},
    {api_campaign_change, "changeCampaign", "Change settings of a campaign; what is not sent stays", &api_campaign_change_input, NULL, "Campaign", OK, 0, false},
    {api_campaign_delete, "deleteCampaign", "Delete a draft; others go to the archive", NULL, NULL, "Gone", OK, 0, false},
    {api_campaign_copy, "cloneCampaign", "The same settings, offers and steps once more, without people and messages", &api_campaign_clone_input, NULL, "Campaign", CREATED, 0, false},
    {api_campaign_go, "moveCampaign", "Take a campaign to another state", &api_campaign_move_input, NULL, "Campaign", OK, 0, false},
    {api_campaign_offer_put, "putCampaignOffer", "What is offered in a language; without any text it is taken away", &api_campaign_offer_input, NULL, "Campaign", OK, 0, false},
    {api_step_list, "listSteps", "The steps of a campaign in their order", NULL, NULL, "Steps", OK, 0, false},
    {api_step_replace, "replaceSteps", "Put these steps in place of all", &api_steps_input, NULL, "Steps", OK, 0, false},
    {api_step_add, "addStep", "Add a step, at the end or at a position; days, condition and length are suggested", &api_step_add_input, NULL, "Step", CREATED, 0, false},
    {api_step_load, "loadSteps", "Put the steps of a template in place of all", &api_step_load_input, NULL, "Steps", OK, 0, false},
    {api_step_page, "getStep", "One step", NULL, NULL, "Step", OK, 0, false},
    {api_step_change, "changeStep", "Change a step; what is not sent stays", &api_step_input, NULL, "Step", OK, 0, false},
    {api_step_remove, "removeStep", "Take a step away for which nothing was written", NULL, NULL, "Gone", OK, 0, false},
    {api_step_move, "moveStep", "Move a step to a position; the days stay with the positions", &api_step_move_input, NULL, "Steps", OK, 0, false},
    {api_template_list, "listTemplates", "Presets of the system, then templates of the workspace", NULL, NULL, "Templates", OK, 0, false},
    {api_template_page, "getTemplate", "One preset or template with its steps", NULL, NULL, "Template", OK, 0, false},
    {api_template_change, "changeTemplate", "Rename or describe a template of the workspace", &api_template_change_input, NULL, "Template", OK, 0, false},
    {api_template_delete, "deleteTemplate", "Delete a template of the workspace; campaigns keep their steps", NULL, NULL, "Gone", OK, 0, false},
    {api_template_save, "saveTemplate", "Keep the steps and the voice of a campaign as a template", &api_template_save_input, NULL, "Template", CREATED, 0, false},
    {api_people_list, "listPeople", "The people of a campaign by name, and how ready they are", NULL, NULL, "PersonPage", OK, 0, false},
    {api_people_add, "addPeople", "Add the people of ids or of a filter at once; more than 2,000 by a job", &api_people_add_input, NULL, "PeopleAdded", OK, 0, false},
    {api_people_act, "changePeople", "Leave people out with a reason, take them out unwritten, or put them back", &api_people_act_input, NULL, "PeopleCount", OK, 0, false},
    {api_adding_ask, "askPeople", "Whom ids or a filter would add, and who stays out and why; nobody is added yet", &api_adding_ask_input, NULL, "Adding", CREATED, 0, false},
    {api_adding_page, "getAdding", "How adding is getting on", NULL, NULL, "Adding", OK, 0, false},
    {api_adding_act, "decideAdding", "Add those that were asked about (expected: the fit of the preview), forget or stop it, or take them out again", &api_adding_act_input, NULL, "AddingOrGone", OK, 0, false},
    {api_readiness_page, "getReadiness", "How many people are ready, and what research would cost", NULL, NULL, "Readiness", OK, 0, false},
    {api_research_start, "startResearch", "Start the missing research", NULL, NULL, "Run", CREATED, 0, false},
    {api_check_list, "listChecks", "The checks for conflicts that ended, the newest first", NULL, NULL, "Checks", OK, 0, false},
    {api_check_start, "startCheck", "Check for conflicts; large campaigns by a job", NULL, NULL, "CheckReport", CREATED, 0, false},
    {api_check_page, "getCheck", "A check with the conflicts it found, the worst first", NULL, NULL, "CheckReport", OK, 0, false},
    {api_conflict_act, "decideConflict", "Put a conflict right, accept it with a reason, or take either back", &api_conflict_act_input, NULL, "Conflict", OK, 0, false},
    {api_generation_page, "getGeneration", "What writing the messages would come to, how it is getting on, what failed", NULL, NULL, "Generation", OK, 0, false},
    {api_generation_act, "changeGeneration", "Start, pause, resume or cancel writing, or try again what failed for a cause", &api_generation_act_input, NULL, "Generation", OK, 0, false},
    {api_insight_list, "getInsights", "What reviewers did by step and reason, and what follows from it", NULL, NULL, "Insights", OK, 0, false},
    {api_insight_act, "decideInsight", "Make the change of an insight, put it away, or take either back", &api_insight_act_input, NULL, "Insights", OK, 0, false},
    {api_review_page, "getReview", "How far review is, and the draft that is kept for you or the one that is named; status: message, take, with_others, done or empty", NULL, NULL, "Review", OK, 0, false},
    {api_review_take, "takeReview", "Take the next draft to decide, the best person first; nobody else gets it for two minutes. skip: puts one at the end before", &api_review_take_input, NULL, "Review", OK, 0, false},
    {api_message_list, "listMessages", "Messages, newest first, a page at a time, with counts by state", NULL, NULL, "MessagePage", OK, 0, false},
    {api_message_bulk, "decideMessages", "Approve or reject all drafts that a filter leaves; expected: how many drafts were counted", &api_message_bulk_input, NULL, "MessagesDecided", OK, 0, false},
    {api_message_page, "getMessage", "One message with all its texts and their claims", NULL, NULL, "Message", OK, 0, false},
    {api_message_change, "changeMessage", "Give a message another text; it is a draft then", &api_message_input, NULL, "Message", OK, 0, false},
    {api_message_approve, "approveMessage", "Approve the text that was read", &api_message_approve_input, NULL, "Message", OK, 0, false},
    {api_message_reject, "rejectMessage", "Reject a message, with the reason", &api_message_reject_input, NULL, "Message", OK, 0, false},
    {api_message_reopen, "reopenMessage", "Make a draft of a decided message", NULL, NULL, "Message", OK, 0, false},
    {api_message_restore, "restoreMessage", "Make an older text (which) the newest", &api_message_restore_input, NULL, "Message", OK, 0, false},
    {api_message_sent, "markMessageSent", "Note that an approved message was sent by hand", &api_message_sent_input, NULL, "Message", OK, 0, false},
    {api_message_unsent, "unmarkMessageSent", "Take back that a message was sent by hand", NULL, NULL, "Message", OK, 0, false},
    {api_rewrite_page, "estimateRewrite", "What writing a message anew may cost", NULL, NULL, "RewriteCost", OK, 0, false},
    {api_message_rewrite, "rewriteMessage", "Write a message anew; a language model does it by a job", &api_message_rewrite_input, NULL, "Rewritten", OK, 0, false},
    {api_export_list, "listCampaignExports", "The files made of a campaign, the newest first", NULL, NULL, "CampaignExportPage", OK, 0, false},
    {api_export_start, "exportCampaign", "Make a file of the approved messages", &api_export_input, NULL, "CampaignExportReport", CREATED, 0, false},
    {api_export_page, "getCampaignExport", "How an export is getting on, and whom it left out", NULL, NULL, "CampaignExportReport", OK, 0, false},
    {api_export_file, "downloadCampaignExport", "The file", NULL, NULL, NULL, OK, 0, false},
    {api_export_cancel, "cancelCampaignExport", "Stop an export that is being made", NULL, NULL, "CampaignExportReport", OK, 0, false},
    {api_pdf_campaign, "makeCampaignPdfs", "Make the PDFs that the approved messages of a campaign carry", NULL, NULL, "PdfRun", CREATED, 0, false},
    {api_pdf_list, "listPdfTemplates", "Templates of PDFs by name", NULL, NULL, "PdfTemplates", OK, 0, false},
    {api_pdf_add, "addPdfTemplate", "Add a template as HTML with {{placeholders}}; says what was left out of it", &api_pdf_input, NULL, "PdfTemplateAdded", CREATED, 0, false},
    {api_pdf_page, "getPdfTemplate", "One template", NULL, NULL, "PdfTemplate", OK, 0, false},
    {api_pdf_remove, "removePdfTemplate", "Take a template away that no step carries; PDFs made from it stay", NULL, NULL, "Gone", OK, 0, false},
    {api_pdf_values, "getPdfValues", "What stands in place of each placeholder for a contact", NULL, NULL, "PdfValues", OK, 0, false},
    {api_pdf_make, "makePdf", "Make the PDF for a contact", &api_pdf_make_input, NULL, "PdfRun", CREATED, 0, false},
    {api_pdf_run, "getPdfRun", "How making PDFs is getting on", NULL, NULL, "PdfRun", OK, 0, false},
    {api_pdf_files, "listPdfFiles", "The newest PDFs and their addresses, of a template or for a contact", NULL, NULL, "PdfFiles", OK, 0, false},
    {api_sender_list, "listSenders", "Who writes, the default one first", NULL, NULL, "Senders", OK, 0, false},
    {api_sender_create, "createSender", "Add somebody who writes", &api_sender_input, NULL, "Sender", CREATED, 0, false},
    {api_sender_change, "changeSender", "Change a sender; what is not sent stays", &api_sender_change_input, NULL, "Sender", OK, 0, false},
    {api_sender_remove, "removeSender", "Take a sender away that no campaign uses; messages keep the name", NULL, NULL, "Gone", OK, 0, false},
    {api_country_list, "listCountries", "On which basis each country lets companies be written to; no legal advice", NULL, NULL, "Countries", OK, 0, false},
    {api_country_put, "putCountry", "Decide otherwise than the table for a country, with the reason", &api_country_input, NULL, "Country", OK, 0, false},
    {api_country_reset, "resetCountry", "Let the table hold again", NULL, NULL, "Country", OK, 0, false},
    {api_contact_disqualify, "disqualifyContact", "Disqualify somebody everywhere; what waits for them in campaigns is withdrawn", &api_disqualify_input, NULL, "Contact", OK, 0, false},
    {api_preview_page, "previewCampaign", "What would be written to a contact, without writing it", NULL, NULL, "Letters", OK, 0, false},
    {api_job_page, "getJob", "How a job is getting on that another answer names", NULL, NULL, "Job", OK, 0, false},
    {api_run_page, "getRun", "How a run of the pipeline is getting on", NULL, NULL, "Run", OK, 0, false},
};
/* clang-format on */

const struct openapi_operation *
openapi_operation_of(const struct route *route)
{
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
        if (operations[i].handler == route->handler)
            return &operations[i];
    return NULL;
}
