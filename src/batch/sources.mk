leadgen_batch_SOURCES += \
	src/batch/main.c src/batch/command.h \
	src/batch/batch.c src/batch/batch.h \
	src/batch/campaign.c \
	src/batch/export.c \
	src/batch/migrate.c \
	src/batch/inspect.c src/batch/inspect.h \
	src/batch/inspect_csv.c \
	src/batch/inspect_letter.c \
	src/batch/inspect_mapping.c src/batch/inspect_mapping.h \
	src/batch/inspect_page.c src/batch/inspect_score.c src/batch/inspect_score.h src/batch/inspect_value.c src/batch/inspect_robots.c \
	src/batch/run.c \
	src/batch/import.c src/batch/import.h \
	src/batch/demo.c \
	src/batch/pipeline.c src/batch/pipeline.h \
	src/batch/runner.c src/batch/runner.h \
	src/batch/tenant.c \
	src/batch/tick.c \
	src/batch/user.c
