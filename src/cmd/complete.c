/*
 * complete.c -- see complete.h.
 * SPDX-License-Identifier: MIT
 *
 * Candidates follow from the type of the parameter that the word would be
 * given to; decks and cards come from the library of the session.
 */
#include "cmd/complete.h"

#include <dirent.h>
#include <string.h>

#include "base/file.h"
#include "cmd/app.h"
#include "cmd/topic.h"
#include "study/index.h"

#include "base/banned.h"

struct completion {
	const struct app *app;
	struct mem mem;
	struct parse_words words;	/* whole ones before the last */
	const char *word;		/* the last, perhaps empty */
	const struct cmd *cmd;
	void (*add)(void *to, const char *candidate);
	void *to;
};

static void
offer(struct completion *c, const char *candidate)
{
	if (strncmp(candidate, c->word, strlen(c->word)) == 0)
		c->add(c->to, candidate);
}

/* before and candidate joined: "deck:" and an id. */
static void
offer_joined(struct completion *c, const char *before, const char *candidate,
    size_t n)
{
	char text[4096];

	snprintf(text, sizeof(text), "%s%.*s", before, (int)n, candidate);
	offer(c, text);
}

static const struct library *
library_of(const struct completion *c)
{
	return c->app->study != NULL &&
	    (c->app->study_has & APP_DECKS) != 0 ?
	    &c->app->study->library : NULL;
}

static void
offer_decks(struct completion *c, const char *before)
{
	const struct library *library = library_of(c);

	for (size_t i = 0; library != NULL && i < library->decks_n; i++) {
		const char *id = library->decks[i].deck->id;

		offer_joined(c, before, id, strlen(id));
	}
}

/* Only once a deck is written out: there may be very many. */
static void
offer_cards(struct completion *c)
{
	const struct library *library = library_of(c);

	if (library == NULL || strchr(c->word, '/') == NULL)
		return;
	for (size_t i = 0; i < library->cards_n; i++)
		offer(c, library->cards[i].id);
}

/* Every different word of a key of the notes. */
static void
offer_words(struct completion *c, const char *before, enum key key)
{
	const struct library *library = library_of(c);
	struct index seen = { 0 };

	if (library == NULL || strncmp(c->word, before, strlen(before)) != 0)
		return;
	for (size_t i = 0; i < library->notes_n; i++) {
		const char *rest = note_text(library->notes[i].note, key);
		const char *part;
		size_t n;

		while (note_word(&rest, &part, &n)) {
			if (index_find(&seen, part, n) != INDEX_NONE)
				continue;
			index_add(&seen, part, n, 0);
			offer_joined(c, before, part, n);
		}
	}
	index_clear(&seen);
}

static void
offer_search(struct completion *c)
{
	offer_decks(c, "");
	offer_cards(c);
	if (strchr(c->word, ':') == NULL) {
		for (size_t i = 0; select_keys[i] != NULL; i++)
			offer_joined(c, select_keys[i], ":", 1);
		return;
	}
	offer_decks(c, "deck:");
	offer_words(c, "tag:", KEY_TAGS);
	offer_words(c, "topic:", KEY_TOPIC);
	offer_words(c, "fact:", KEY_FACT);
	for (size_t i = 0; select_states[i] != NULL; i++)
		offer_joined(c, "is:", select_states[i],
		    strlen(select_states[i]));
#define KIND(name, letter) offer(c, "kind:" #name);
#include "cards/kinds.def"
#undef KIND
}

static void
offer_files(struct completion *c)
{
	const char *slash = strrchr(c->word, '/');
	char folder[1024], path[2048];
	const struct dirent *entry;
	DIR *dir;

	snprintf(folder, sizeof(folder), "%.*s",
	    slash == NULL ? 0 : (int)(slash - c->word) + 1, c->word);
	if ((dir = opendir(folder[0] != '\0' ? folder : ".")) == NULL)
		return;
	while ((entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s%s", folder, entry->d_name);
		offer_joined(c, path, "/", file_is_folder(path) ? 1 : 0);
	}
	closedir(dir);
}

static void
offer_commands(struct completion *c, bool topics)
{
	for (size_t i = 0; cmd_table[i] != NULL; i++)
		offer(c, cmd_table[i]->name);
	for (const struct topic *t = topic_table; topics && t->name != NULL;
	    t++)
		offer(c, t->name);
}

static void
offer_options(struct completion *c)
{
	const struct param *p = c->cmd->params;

	for (; p != NULL && p->name != NULL; p++)
		if (cmd_is_option(p))
			offer_joined(c, "--", p->name, strlen(p->name));
	offer(c, "--help");
	if ((c->cmd->formats & CMD_JSON) != 0)
		offer(c, "--json");
	if ((c->cmd->formats & CMD_CSV) != 0)
		offer(c, "--csv");
}

/* Of the setting that stands before it. */
static void
offer_setting_words(struct completion *c)
{
	int which = c->words.n > 1 ? settings_find(c->words.plain[1]) : -1;
	const char *s = which >= 0 ? settings_table[which].words : "";

	while (*s != '\0') {
		size_t n = strcspn(s, " ");

		offer_joined(c, "", s, n);
		s += n + (s[n] == ' ');
	}
	offer(c, "default");
}

/* What may be given to a parameter; NULL: nothing. */
static void
offer_values(struct completion *c, const struct param *p)
{
	switch (p != NULL ? p->type : PARAM_TYPES) {
	case PARAM_CHOICE:
		for (size_t i = 0; p->choices[i] != NULL; i++)
			offer(c, p->choices[i]);
		break;
	case PARAM_COMMAND:
		offer_commands(c, true);
		break;
	case PARAM_SETTING:
		for (size_t i = 0; i < SETTING_COUNT; i++)
			offer(c, settings_table[i].name);
		break;
	case PARAM_VALUE:
		offer_setting_words(c);
		break;
	case PARAM_DECK:
		offer_decks(c, "");
		break;
	case PARAM_DECKS:
		offer_decks(c, "");
		offer_files(c);
		break;
	case PARAM_CARD:
		offer_decks(c, "");
		offer_cards(c);
		break;
	case PARAM_SELECT:
		offer_search(c);
		break;
	case PARAM_FILE:
		offer_files(c);
		break;
	default:
		break;
	}
}

/* The parameter that the last word would be given to, or NULL. */
static const struct param *
expected(const struct completion *c)
{
	const struct param *option;
	size_t arguments = 0;

	for (size_t i = 1; i < c->words.n; i++) {
		const char *word = c->words.plain[i];

		if (strncmp(word, "--", 2) != 0) {
			arguments++;
			continue;
		}
		option = cmd_option(c->cmd, word + 2);
		if (option == NULL || option->type == PARAM_FLAG)
			continue;
		if (++i == c->words.n)
			return option;
	}
	return cmd_argument(c->cmd, arguments);
}

void
complete_line(void *arg, const char *before, size_t n,
    void (*add)(void *to, const char *candidate), void *to)
{
	struct completion c = { .app = arg, .add = add, .to = to };
	char *line = mem_copy(&c.mem, before, n);
	char *last = line + strlen(line);
	struct err ignored;

	while (last > line && last[-1] != ' ' && last[-1] != '\t')
		last--;
	c.word = mem_string(&c.mem, last);
	*last = '\0';
	if (parse_split(&c.mem, line, &c.words, &ignored)) {
		if (c.words.n == 0)
			offer_commands(&c, false);
		else
			c.cmd = cmd_lookup(c.words.plain[0], &ignored);
	}
	if (c.cmd != NULL && strncmp(c.word, "--", 2) == 0)
		offer_options(&c);
	else if (c.cmd != NULL)
		offer_values(&c, expected(&c));
	mem_clear(&c.mem);
}
