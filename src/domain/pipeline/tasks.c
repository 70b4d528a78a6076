/* THE registries: every kind of job and every recurring task, one row each. */
#include "domain/pipeline/task.h"

#include "domain/email/email_reverify.h"

#include "domain/discovery/discovery_expand.h"
#include "domain/discovery/discovery_run.h"
#include "domain/export/record_export_run.h"
#include "domain/bulk/bulk.h"
#include "domain/bulk/duplicate.h"
#include "domain/bulk/trash.h"
#include "domain/audience/campaign_adding.h"
#include "domain/audience/campaign_check.h"
#include "domain/campaign/campaign_demo.h"
#include "domain/change/change_undo.h"
#include "domain/crawl/crawl_refresh.h"
#include "domain/import/import_run.h"
#include "domain/health/pipeline_health.h"
#include "domain/label/label_sweep.h"
#include "domain/letter_pdf/letter_pdf.h"
#include "domain/message/message_export.h"
#include "domain/pipeline/house.h"
#include "domain/pipeline/pipeline_run.h"
#include "domain/pipeline/retention.h"
#include "domain/scoring/icp_compare.h"
#include "domain/scoring/score_rescore.h"

#include "domain/generation/rewrite.h"
#include "domain/provider/provider_test.h"
#include "domain/snapshot/snapshot_task.h"
#include "domain/triage/triage_apply.h"

/* clang-format off */

/* name, label, unit, max_attempts, lease_seconds, run, dead */
const struct job_kind job_kinds[] = {
    {"import_preview", "Import preview", "rows", 5, 60, import_preview_job, import_dead},
    {"import_run",          "Import", "rows", 5, 60, import_run_job, import_dead},
    {"import_undo",              "Undo of an import", "records", 5, 60, import_undo_job, import_dead},
    {"import_discard",           "Discarding an import", "rows", 5, 60, import_discard_job, NULL},
    {"label_sweep", "Change of many records", "records", 5, 60, label_sweep_job, label_sweep_dead},
    {"export", "Export", "rows", 5, 60, record_export_job, record_export_dead},
    {"campaign_export", "Export of messages", "people", 5, 60, message_export_job, message_export_dead},
    {"pdf", "PDFs", "PDFs", 5, 60, letter_pdf_job, letter_pdf_dead},
    {"bulk", "Bulk action", "records", 5, 60, bulk_job, bulk_dead},
    {"campaign_adding", "People added to a campaign", "people", 5, 60, campaign_adding_job, campaign_adding_dead},
    {"campaign_check", "Conflict check of a campaign", "parts", 5, 300, campaign_check_job, campaign_check_dead},
    {"campaign_demo", "Campaign of the demo", "people", 12, 60, campaign_demo_job, NULL},
    {"change_undo", "Undo of a change", "records", 5, 60, change_undo_job, NULL},
    {"triage_apply", "Rules of triage applied", "companies", 5, 60, triage_apply_job, NULL},
    {"discover", "Discovery", "queries", 5, 120, discovery_job, NULL},
    {"rewrite", "Message written anew", "messages", 3, 60, rewrite_job, rewrite_dead},
    {"provider_test", "Test of a service", "calls", 1, 60, provider_test_job, NULL},
    {"duplicate_look", "Look for duplicates", "workspaces", 3, 600, duplicate_job, NULL},
    {"health", "Measurement of the pipeline", "workspaces", 3, 300, pipeline_health_job, NULL},
    {"pipeline", "Start of a run", "records", 5, 60, pipeline_run_job, pipeline_run_dead},
    {"icp_compare", "Comparison of two models", "companies", 5, 60, icp_compare_job, NULL},
    {"rescore", "Scores of all companies", "companies", 5, 60, score_rescore_job, NULL},
    {.name = NULL    },
};

const struct task tasks[] = {
    {.name = "queue_sweep", .label = "Take over jobs of lost workers",
     .every_seconds = 10, .catch_up = true, .max_seconds = 60, .run = house_queue_sweep},
    {.name = "budget_reset", .label = "Begin a new period of budgets that are due",
     .every_seconds = 3600, .jitter_seconds = 60, .catch_up = true, .per_tenant = true,
     .max_seconds = 300, .run = house_budget_reset},
    {.name = "pipeline_health", .label = "Measure the pipeline",
     .every_seconds = 7200, .jitter_seconds = 60, .catch_up = true, .per_tenant = true,
     .max_seconds = 600, .run = pipeline_health_task},
    {.name = "partitions", .label = "Prepare the coming months' tables, drop old ones",
     .at = "00:40", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .max_seconds = 600,
     .run = house_partitions},
    {.name = "job_purge", .label = "File away jobs dead for 90 days",
     .at = "01:10", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .max_seconds = 600,
     .run = house_job_purge},
    {.name = "account_sweep", .label = "Delete old sessions and one-time links",
     .every_seconds = 3600, .jitter_seconds = 300, .catch_up = true, .max_seconds = 300,
     .run = house_account_sweep},
    {.name = "file_sweep", .label = "Remove files that nothing refers to",
     .at = "02:10", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .max_seconds = 3600,
     .run = house_file_sweep},
    {.name = "import_retention", .label = "Forget uploads and raw rows after 90 days",
     .at = "02:40", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .per_tenant = true,
     .max_seconds = 3600, .run = retention_imports},
    {.name = "run_retention", .label = "Forget results of stages after 400 days",
     .at = "03:00", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .per_tenant = true,
     .max_seconds = 3600, .run = retention_runs},
    {.name = "export_retention", .label = "Remove the files of exports after 7 days",
     .at = "02:50", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .per_tenant = true,
     .max_seconds = 3600, .run = record_export_retention},
    {.name = "snapshots", .label = "Build the columns of large workspaces anew",
     .every_seconds = 60, .catch_up = true, .per_tenant = true, .max_seconds = 600,
     .run = snapshot_task},
    {.name = "snapshot_sweep", .label = "Remove the columns of workspaces switched off",
     .at = "02:20", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .max_seconds = 60,
     .run = snapshot_task_sweep},
    {.name = "duplicates", .label = "Look for likely duplicates",
     .at = "03:30", .zone = "UTC", .jitter_seconds = 1800, .per_tenant = true,
     .max_seconds = 3600, .run = duplicate_task},
    {.name = "trash_erase", .label = "Erase what has been in the trash for 30 days",
     .at = "03:10", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .per_tenant = true,
     .max_seconds = 3600, .run = trash_task},
    {.name = "rescore", .label = "Renew scores that are older than their pages",
     .at = "04:10", .zone = "UTC", .jitter_seconds = 1800, .catch_up = true, .per_tenant = true,
     .max_seconds = 600, .run = score_rescore_task},
    {.name = "page_refresh", .label = "Fetch web sites again that are due",
     .every_seconds = 6 * 3600, .jitter_seconds = 600, .per_tenant = true, .max_seconds = 600,
     .run = crawl_refresh_task},
    {.name = "site_lease_sweep", .label = "Forget web sites that nobody asks any more",
     .at = "02:30", .zone = "UTC", .jitter_seconds = 600, .catch_up = true, .max_seconds = 60,
     .run = crawl_refresh_sweep},
    {.name = "email_reverify", .label = "Check addresses again that were checked long ago",
     .at = "04:10", .zone = "UTC", .jitter_seconds = 1800, .per_tenant = true,
     .max_seconds = 600, .run = email_reverify_task},
    {.name = "discovery", .label = "Look for new companies",
     .at = "05:10", .zone = "UTC", .jitter_seconds = 1800, .catch_up = true, .per_tenant = true,
     .max_seconds = 600, .run = discovery_task},
    {.name = NULL},
};
/* clang-format on */
