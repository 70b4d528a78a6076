leadgen_batch_SOURCES += \
	src/batch/main.c src/batch/command.h \
	src/batch/batch.c src/batch/batch.h \
	src/batch/campaign.c \
	src/batch/export.c \
	src/batch/migrate.c \
	src/batch/inspect/inspect.c src/batch/inspect/inspect.h \
	src/batch/inspect/inspect_csv.c \
	src/batch/inspect/inspect_letter.c \
	src/batch/inspect/inspect_mapping.c src/batch/inspect/inspect_mapping.h \
	src/batch/inspect/inspect_page.c src/batch/inspect/inspect_score.c src/batch/inspect/inspect_score.h src/batch/inspect/inspect_value.c src/batch/inspect/inspect_robots.c \
	src/batch/run.c \
	src/batch/import.c src/batch/import.h \
	src/batch/demo.c \
	src/batch/pipeline.c src/batch/pipeline.h \
	src/batch/runner.c src/batch/runner.h \
	src/batch/tenant.c \
	src/batch/tick.c \
	src/batch/user.c
