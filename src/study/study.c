/*
 * study.c -- see study.h: opening, learners, looking up.
 * SPDX-License-Identifier: MIT
 */
#include "study/study.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "study/study_part.h"

#include "base/banned.h"

/* A card is a leech at so many lapses, and is told again every few. */
#define LEECH_LAPSES 8
#define LEECH_AGAIN 4

/* --- the learner --------------------------------------------------------- */

struct who {
	const char *wanted;
	size_t n;
	bool found;
	struct store_learner learner;	/* the wanted one, else the last */
	struct buf names;
};

static bool
take_learner(void *arg, const struct store_learner *learner)
{
	struct who *who = arg;
	bool wanted = who->wanted != NULL &&
	    strcmp(learner->name, who->wanted) == 0;

	buf_printf(&who->names, "%s%s", who->n > 0 ? ", " : "", learner->name);
	who->n++;
	if (wanted || !who->found)
		who->learner = *learner;
	who->found = who->found || wanted;
	return true;
}

static enum study_result
choose(struct study *study, const struct who *who, struct err *err)
{
	const struct study_options *o = &study->options;
	const char *name = who->wanted != NULL ? who->wanted : o->login;

	if (who->wanted == NULL && who->n > 1) {
		(void)err_set(err, ERR_USAGE,
		    "this store has several learners (%s); name one with "
		    "--learner", buf_str(&who->names));
		return STUDY_SEVERAL;
	}
	if (who->wanted != NULL && !who->found && who->n > 0 &&
	    !o->add_learner) {
		(void)err_set(err, ERR_USAGE, "there is no learner \"%s\" in "
		    "this store, only %s", name, buf_str(&who->names));
		return STUDY_UNKNOWN;
	}
	study->has_learner = who->wanted != NULL ? who->found : who->n == 1;
	if (study->has_learner)
		study->learner = who->learner;
	else
		snprintf(study->learner.name, sizeof(study->learner.name),
		    "%s", name == NULL || name[0] == '\0' ? "learner" : name);
	return STUDY_OPEN;
}

static enum study_result
find_learner(struct study *study, struct err *err)
{
	struct who who = { .wanted = study->options.learner,
	    .names = BUF_INIT(256) };
	enum study_result result = STUDY_FAILED;

	if (study->store == NULL || store_learners(study->store, take_learner,
	    &who, err))
		result = choose(study, &who, err);
	buf_clear(&who.names);
	return result;
}

/* --- open ---------------------------------------------------------------- */

static bool
open_store(struct study *study, struct err *err)
{
	const char *path = study->options.store;
	struct err second;

	if (strcmp(path, ":memory:") == 0)
		return store_open(&study->store, path, STORE_CREATE, err);
	if (!file_exists(path))
		return true;
	if (study->options.readonly)
		return store_open(&study->store, path, STORE_READ, err);
	return store_open(&study->store, path, STORE_WRITE, err) ||
	    store_open(&study->store, path, STORE_READ, &second);
}

enum study_result
study_open(struct study **out, const struct study_options *options,
    int64_t now, struct err *err)
{
	struct study *study = mem_new_array(1, sizeof(*study));
	enum study_result result = STUDY_FAILED;

	study->opened_at = now;
	study->options = *options;
	study->newest_at = STEPS_NO_AT;
	study->ids.seeded = options->seeded;
	study->ids.seed = options->seed;
	*out = NULL;
	if ((options->decks == NULL || library_open(&study->library,
	    options->decks, options->decks_n, err)) &&
	    open_store(study, err))
		result = find_learner(study, err);
	if (result == STUDY_OPEN && !study_load(study, false, err))
		result = STUDY_FAILED;
	if (result == STUDY_OPEN)
		*out = study;
	else
		study_close(study);
	return result;
}

void
study_close(struct study *study)
{
	if (study == NULL)
		return;
	store_close(study->store);
	replay_close(&study->replay);
	library_clear(&study->library);
	free(study->memories);
	free(study->lost);
	free(study->moved);
	free(study->before);
	mem_clear(&study->mem);
	free(study);
}

/* --- looking up ---------------------------------------------------------- */

struct moment
study_moment(const struct study *study, int64_t at)
{
	return (struct moment){ at, clock_day(at,
	    study_settings(study)->v[SETTING_DAY_STARTS]) };
}

int32_t
study_clock_behind(const struct study *study, struct moment now)
{
	if (study->newest_at == STEPS_NO_AT ||
	    study->newest_at - now.at <= CLOCK_DAY)
		return 0;
	return (int32_t)((study->newest_at - now.at) / CLOCK_DAY);
}

const struct settings *
study_settings(const struct study *study)
{
	return &study->replay.settings;
}

const struct study_memory *
study_memory_find(const struct study *study, const char *card)
{
	char today[RENAME_ID];
	uint32_t number;
	size_t i;

	card = rename_card(&study->replay.renames, card, today);
	number = library_card(&study->library, card);
	if (number != INDEX_NONE)
		return &study->memories[number];
	for (i = 0; i < study->lost_n; i++)
		if (strcmp(study->lost[i].id, card) == 0)
			return &study->lost[i].memory;
	return NULL;
}

bool
study_is_awake(const struct study_memory *memory, int32_t day)
{
	return !memory->suspended && memory->buried_day != day;
}

bool
study_is_leech(const struct study_memory *memory)
{
	return memory->card.lapses >= LEECH_LAPSES;
}

bool
study_leech_told(int32_t lapses_before, int32_t lapses)
{
	return lapses > lapses_before && lapses >= LEECH_LAPSES &&
	    (lapses - LEECH_LAPSES) % LEECH_AGAIN == 0;
}

bool
study_is_changed(const struct card *card, const struct study_memory *memory,
    int32_t day)
{
	int32_t revised = card->note->revised;

	return memory->card.state == STATE_REVIEW && revised != NOTE_NO_DAY &&
	    memory->card.last_day < revised && revised <= day;
}

void
study_reload(struct study *study, uint32_t deck, bool *kept,
    struct diags *diags)
{
	struct study_memory *old = study->memories;
	const struct card *cards = study->library.cards;
	size_t n = study->library.cards_n, i;
	struct study_lost *lost = study->lost;
	size_t lost_n = study->lost_n;
	struct err err;

	library_reload(&study->library, deck, kept, diags);
	if (*kept)
		return;
	study->memories = NULL;
	study->lost = NULL;
	study->lost_n = study->lost_cap = 0;
	study_set_all(study, &(struct replay_table){ .n = 0 });
	for (i = 0; i < n; i++)
		if (!replay_is_new(&old[i]))
			study_set_once(study, cards[i].id, &old[i]);
	for (i = 0; i < lost_n; i++)
		study_set_once(study, lost[i].id, &lost[i].memory);
	free(old);
	free(lost);
	study->changes++;
	/* When the store cannot be read now, progress follows later. */
	(void)!study_follow_was(study, &err);
}
