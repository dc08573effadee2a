/*
 * replay.c -- see replay.h: the pieces, and one card.
 * SPDX-License-Identifier: MIT
 */
#include "study/replay.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "fsrs/params.h"

#include "base/banned.h"

const struct study_memory replay_new = {
	.card = { .state = STATE_NEW, .due_at = STEPS_NO_AT,
	    .due_day = STEPS_NO_DAY, .last_at = STEPS_NO_AT,
	    .last_day = STEPS_NO_DAY },
	.buried_day = STEPS_NO_DAY
};

bool
replay_is_new(const struct study_memory *memory)
{
	return memory->card.state == STATE_NEW && memory->card.reps == 0 &&
	    !memory->suspended && !memory->flagged &&
	    memory->buried_day == STEPS_NO_DAY;
}

static bool
same_bits(float a, float b)
{
	return memcmp(&a, &b, sizeof(a)) == 0;
}

bool
replay_same(const struct study_memory *a, const struct study_memory *b)
{
	const struct steps_card *x = &a->card, *y = &b->card;

	return x->state == y->state && x->step == y->step &&
	    same_bits(x->memory.stability, y->memory.stability) &&
	    same_bits(x->memory.difficulty, y->memory.difficulty) &&
	    x->due_at == y->due_at && x->due_day == y->due_day &&
	    x->last_at == y->last_at && x->last_day == y->last_day &&
	    x->reps == y->reps && x->lapses == y->lapses &&
	    a->suspended == b->suspended && a->flagged == b->flagged &&
	    a->buried_day == b->buried_day;
}

/* --- what a replay begins with ------------------------------------------- */

static bool
take_setting(void *arg, const struct store_event *event)
{
	struct replay *replay = arg;

	settings_apply(&replay->settings, event->subject, event->value,
	    event->at, event->id);
	return true;
}

static bool
take_rename(void *arg, const struct store_event *event)
{
	struct replay *replay = arg;

	rename_add(&replay->renames, event->subject, event->value, false);
	return true;
}

static bool
take_parameters(struct replay *replay, struct store *store, struct err *err)
{
	struct store_parameters row;
	struct params params = params_default;
	struct mem mem = { 0 };
	bool found, ok;

	ok = store_parameters_newest(store, replay->learner, &mem, &found,
	    &row, err);
	if (ok && found) {
		ok = params_parse(row.w, &params, err) ||
		    err_at(err, "parameters in the store");
		snprintf(replay->parameters, sizeof(replay->parameters), "%s",
		    row.id);
	}
	mem_clear(&mem);
	memory_model(&replay->model, &params);
	return ok;
}

bool
replay_open(struct replay *replay, struct store *store, const char *learner,
    struct err *err)
{
	struct store_event_filter filter = store_event_all;

	*replay = (struct replay){ .learner = "" };
	snprintf(replay->learner, sizeof(replay->learner), "%s", learner);
	settings_init(&replay->settings);
	memory_model(&replay->model, &params_default);
	if (store == NULL || learner[0] == '\0')
		return true;
	filter.learner = replay->learner;
	filter.what = "set";
	if (!store_events(store, &filter, take_setting, replay, err))
		goto fail;
	filter.what = "rename";
	if (!store_events(store, &filter, take_rename, replay, err) ||
	    !take_parameters(replay, store, err))
		goto fail;
	return true;
fail:
	replay_close(replay);
	return false;
}

void
replay_close(struct replay *replay)
{
	settings_clear(&replay->settings);
	rename_clear(&replay->renames);
}

struct steps_review
replay_review(const struct replay *replay, const char *id, int64_t at,
    int32_t day, int rating)
{
	struct random random = random_of_string(id);

	return (struct steps_review){
		.at = at, .day = day, .rating = (enum rating)rating,
		.retention = settings_retention_at(&replay->settings, at, id),
		.fuzz = random_unit(&random)
	};
}

void
replay_event(struct study_memory *memory, const char *what, int32_t day)
{
	if (strcmp(what, "suspend") == 0)
		memory->suspended = true;
	else if (strcmp(what, "resume") == 0)
		memory->suspended = false;
	else if (strcmp(what, "bury") == 0)
		memory->buried_day = day;
	else if (strcmp(what, "unbury") == 0)
		memory->buried_day = STEPS_NO_DAY;
	else if (strcmp(what, "flag") == 0)
		memory->flagged = true;
	else if (strcmp(what, "unflag") == 0)
		memory->flagged = false;
	else if (strcmp(what, "reset") == 0)
		memory->card = replay_new.card;
}

/* --- rows of the store --------------------------------------------------- */

static int32_t
day_of(int64_t v)
{
	return v == STORE_NONE ? STEPS_NO_DAY : (int32_t)v;
}

struct study_memory
replay_of_row(const struct store_memory *row)
{
	struct study_memory m = replay_new;

	m.card.state = (enum state)row->state;
	m.card.step = row->step;
	if (m.card.state != STATE_NEW) {
		m.card.memory.stability = (float)row->stability;
		m.card.memory.difficulty = (float)row->difficulty;
	}
	m.card.due_at = row->due_at;
	m.card.due_day = day_of(row->due_day);
	m.card.last_at = row->last_at;
	m.card.last_day = day_of(row->last_day);
	m.card.reps = (int32_t)row->reps;
	m.card.lapses = (int32_t)row->lapses;
	m.suspended = row->suspended;
	m.flagged = row->flagged;
	m.buried_day = day_of(row->buried_day);
	return m;
}

static int64_t
none_of(int32_t day)
{
	return day == STEPS_NO_DAY ? STORE_NONE : day;
}

_Static_assert(STORE_NONE == STEPS_NO_AT, "one missing instant");

bool
replay_put(struct store *store, const char *learner, const char *card,
    const struct study_memory *memory, struct err *err)
{
	const struct steps_card *c = &memory->card;
	bool known = c->state != STATE_NEW;

	if (replay_is_new(memory))
		return store_memory_remove(store, learner, card, err);
	return store_memory_put(store, &(struct store_memory){
		.learner = learner, .card = card,
		.state = (int)c->state, .step = c->step,
		.stability = known ? (double)c->memory.stability : NAN,
		.difficulty = known ? (double)c->memory.difficulty : NAN,
		.due_day = none_of(c->due_day), .due_at = c->due_at,
		.last_at = c->last_at, .last_day = none_of(c->last_day),
		.reps = c->reps, .lapses = c->lapses,
		.suspended = memory->suspended,
		.buried_day = none_of(memory->buried_day),
		.flagged = memory->flagged }, err);
}

void
replay_engine(char out[64])
{
	snprintf(out, 64, "%s steps %d math %016llx", PARAMS_MODEL,
	    STEPS_VERSION, memory_engine());
}
