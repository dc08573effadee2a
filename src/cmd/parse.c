/*
 * parse.c -- see parse.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/parse.h"

#include <limits.h>
#include <string.h>

#include "base/buf.h"
#include "cmd/nearest.h"

#include "base/banned.h"

static const char *const colors[] = { "auto", "always", "never", NULL };

#define AT(f) .at = offsetof(struct parse_options, f)
const struct param parse_table[] = {
	{ "decks", PARAM_DECKS, AT(decks), .value = "DIR",
	  .help = "read the decks in this folder; may be said again" },
	{ "store", PARAM_FILE, AT(store), .value = "PATH",
	  .help = "keep the progress in this file" },
	{ "learner", PARAM_TEXT, AT(learner), .value = "NAME",
	  .help = "study as this person" },
	{ "color", PARAM_CHOICE, AT(color), .value = "WHEN",
	  .choices = colors, .fallback = "auto", .help = "use colour" },
	{ "json", PARAM_FLAG, AT(json),
	  .help = "print data as JSON, one value a line for lists" },
	{ "csv", PARAM_FLAG, AT(csv), .help = "print data as CSV" },
	{ "plain", PARAM_FLAG, AT(plain),
	  .help = "print for a screen reader: no counts, no padding" },
	{ "help", PARAM_FLAG, AT(help), .help = "explain the command" },
	{ "version", PARAM_FLAG, AT(version), .help = "print the version" },
	{ 0 }
};
#undef AT

/* What reading goes through: the words, and where it is in them. */
struct reader {
	struct mem *mem;
	const struct parse_words *words;
	size_t at;
	bool options_over;	/* "--" was met */
	size_t arguments;
	struct buf select;
	struct parsed *out;
};

/* One word from *s, which moves on; false when a quote is not closed. */
static bool
cut_word(struct mem *mem, const char **s, const char **plain,
    const char **raw)
{
	const char *begin = *s, *p = begin;
	char *text = mem_alloc(mem, strlen(begin) + 1);
	size_t n = 0;
	char quote = '\0';

	for (; *p != '\0'; p++) {
		if (quote == '\0' && (*p == ' ' || *p == '\t'))
			break;
		if (quote == *p)
			quote = '\0';
		else if (quote == '\0' && (*p == '"' ||
		    (*p == '\'' && p == begin)))
			quote = *p;
		else
			text[n++] = *p;
	}
	*plain = text;
	*raw = mem_copy(mem, begin, (size_t)(p - begin));
	*s = p;
	return quote == '\0';
}

bool
parse_split(struct mem *mem, const char *line, struct parse_words *words,
    struct err *err)
{
	size_t most = strlen(line) / 2 + 1;

	words->plain = mem_array(mem, most, sizeof(*words->plain));
	words->raw = mem_array(mem, most, sizeof(*words->raw));
	words->n = 0;
	for (;;) {
		line += strspn(line, " \t");
		if (*line == '\0')
			return true;
		if (!cut_word(mem, &line, &words->plain[words->n],
		    &words->raw[words->n]))
			return err_set(err, ERR_USAGE,
			    "a quote is not closed in %.200s",
			    words->raw[words->n]);
		words->n++;
	}
}

static bool
read_count(const char *text, int *n, struct err *err)
{
	long v = 0;

	for (const char *p = text; *p != '\0' || p == text; p++) {
		if (*p < '0' || *p > '9' || v > (INT_MAX - 9) / 10)
			return err_set(err, ERR_USAGE,
			    "\"%s\" is not a number that can be used here",
			    text);
		v = v * 10 + (*p - '0');
	}
	*n = (int)v;
	return true;
}

static bool
read_choice(const struct param *p, const char *text, struct err *err)
{
	struct buf list = BUF_INIT(300);
	bool ok = false;

	for (size_t i = 0; p->choices[i] != NULL && !ok; i++) {
		ok = strcmp(p->choices[i], text) == 0;
		buf_printf(&list, "%s%s", i > 0 ? ", " : "", p->choices[i]);
	}
	if (!ok)
		err_set(err, ERR_USAGE, "%s is one of %s, not \"%s\"",
		    p->name, buf_str(&list), text);
	buf_clear(&list);
	return ok;
}

static void
add_word(struct mem *mem, struct words *words, const char *text)
{
	const char **v = mem_array(mem, words->n + 1, sizeof(*v));

	if (words->n > 0)
		memcpy(v, words->v, words->n * sizeof(*v));
	v[words->n++] = text;
	words->v = v;
}

/* Reads text into the field of p inside the struct at base. */
static bool
read_value(struct mem *mem, const struct param *p, const char *text,
    char *base, struct err *err)
{
	void *field = base + p->at;

	switch (p->type) {
	case PARAM_FLAG:
		*(bool *)field = true;
		return true;
	case PARAM_COUNT:
		return read_count(text, field, err) || err_at(err, p->name);
	case PARAM_DECKS:
		add_word(mem, field, text);
		return true;
	case PARAM_CHOICE:
		if (!read_choice(p, text, err))
			return false;
		break;
	default:
		break;
	}
	*(const char **)field = text;
	return true;
}

static bool
read_defaults(struct mem *mem, const struct param *p, char *base,
    struct err *err)
{
	for (; p != NULL && p->name != NULL; p++)
		if (p->fallback != NULL &&
		    !read_value(mem, p, p->fallback, base, err))
			return false;
	return true;
}

static bool
unknown_option(const struct cmd *cmd, const char *word, struct err *err)
{
	struct nearest nearest = nearest_to(word + strspn(word, "-"));
	const struct param *p = cmd != NULL ? cmd->params : NULL;

	for (; p != NULL && p->name != NULL; p++)
		if (cmd_is_option(p))
			nearest_offer(&nearest, p->name);
	for (p = parse_table; p->name != NULL; p++)
		nearest_offer(&nearest, p->name);
	if (nearest.best != NULL)
		return err_set(err, ERR_USAGE, "no option is called \"%s\"; "
		    "did you mean \"--%s\"?", word, nearest.best);
	return err_set(err, ERR_USAGE,
	    "no option is called \"%s\"; \"--help\" lists them", word);
}

static const struct param *
find_common(const char *name)
{
	for (const struct param *p = parse_table; p->name != NULL; p++)
		if (strcmp(p->name, name) == 0)
			return p;
	return NULL;
}

/* Takes "--name", "--name VALUE" or "--name=VALUE". */
static bool
take_option(struct reader *r, const char *word, struct err *err)
{
	const char *equals = strchr(word, '='), *value = NULL;
	char *name = mem_string(r->mem, word + 2);
	const struct param *p = NULL;
	char *base = r->out->params;

	if (equals != NULL) {
		name[equals - word - 2] = '\0';
		value = equals + 1;
	}
	if (r->out->cmd != NULL)
		p = cmd_option(r->out->cmd, name);
	if (p == NULL) {
		p = find_common(name);
		base = (char *)&r->out->options;
	}
	if (p == NULL)
		return unknown_option(r->out->cmd, word, err);
	if (p->type == PARAM_FLAG && value != NULL)
		return err_set(err, ERR_USAGE, "--%s takes no value", p->name);
	if (p->type != PARAM_FLAG && value == NULL) {
		if (r->at == r->words->n)
			return err_set(err, ERR_USAGE, "--%s wants %s",
			    p->name, cmd_value_name(p));
		value = r->words->plain[r->at++];
	}
	return read_value(r->mem, p, value, base, err);
}

static void
add_quoted(struct buf *out, const char *s)
{
	char mark = strchr(s, '"') == NULL ? '"' : '\'';

	buf_addc(out, mark);
	buf_adds(out, s);
	buf_addc(out, mark);
}

/*
 * One more word of a search.  Quotes that the shell took away are put back
 * where blanks show that there were some: around the whole, or around what
 * follows the one colon; a word that looks like a search itself is left alone.
 */
static void
add_select(struct buf *out, const char *plain, const char *raw)
{
	const char *colon = strchr(plain, ':');
	const char *blank = strpbrk(plain, " \t");

	if (out->len > 0)
		buf_addc(out, ' ');
	if (raw != NULL || blank == NULL || strpbrk(plain, "\"()") != NULL ||
	    (colon != NULL && strchr(colon + 1, ':') != NULL)) {
		buf_adds(out, raw != NULL ? raw : plain);
	} else if (colon == NULL) {
		add_quoted(out, plain);
	} else if (colon < blank) {
		buf_add(out, plain, (size_t)(colon - plain) + 1);
		add_quoted(out, colon + 1);
	} else {
		buf_adds(out, plain);
	}
}

static bool
take_argument(struct reader *r, size_t i, struct err *err)
{
	const struct parse_words *words = r->words;
	const struct param *p = cmd_argument(r->out->cmd, r->arguments++);

	if (p == NULL)
		return err_set(err, ERR_USAGE, "%s does not take \"%s\"",
		    r->out->cmd->name, words->plain[i]);
	if (p->type == PARAM_SELECT) {
		add_select(&r->select, words->plain[i],
		    words->raw != NULL ? words->raw[i] : NULL);
		*(const char **)((char *)r->out->params + p->at) =
		    mem_string(r->mem, buf_str(&r->select));
		return true;
	}
	return read_value(r->mem, p, words->plain[i], r->out->params, err);
}

static bool
take_command(struct reader *r, const char *word, struct err *err)
{
	const struct cmd *cmd = cmd_lookup(word, err);

	if (cmd == NULL)
		return false;
	r->out->cmd = cmd;
	r->out->params = mem_alloc(r->mem, cmd->params_size);
	return read_defaults(r->mem, cmd->params, r->out->params, err);
}

/* Whether a word with one dash belongs to a search here. */
static bool
searching(const struct reader *r)
{
	const struct param *p = NULL;

	if (r->out->cmd != NULL)
		p = cmd_argument(r->out->cmd, r->arguments);
	return p != NULL && p->type == PARAM_SELECT;
}

static bool
take_word(struct reader *r, struct err *err)
{
	size_t i = r->at++;
	const char *word = r->words->plain[i];

	if (!r->options_over && strcmp(word, "--") == 0) {
		r->options_over = true;
		return true;
	}
	if (!r->options_over && word[0] == '-' && word[1] == '-')
		return take_option(r, word, err);
	if (!r->options_over && word[0] == '-' && word[1] != '\0' &&
	    (word[1] < '0' || word[1] > '9') && !searching(r))
		return unknown_option(r->out->cmd, word, err);
	if (r->out->cmd == NULL)
		return take_command(r, word, err);
	return take_argument(r, i, err);
}

bool
parse_read(struct mem *mem, const struct parse_words *words,
    struct parsed *out, struct err *err)
{
	struct reader r = {
		.mem = mem, .words = words, .out = out,
		.select = BUF_INIT(64 * 1024)
	};
	bool ok;

	*out = (struct parsed){ 0 };
	ok = read_defaults(mem, parse_table, (char *)&out->options, err);
	while (ok && r.at < words->n)
		ok = take_word(&r, err);
	buf_clear(&r.select);
	return ok;
}

/* The first argument that must be there and is not. */
static const struct param *
missing(const struct parsed *parsed)
{
	const struct param *p = parsed->cmd->params;

	for (; p != NULL && p->name != NULL; p++) {
		const char *field = (const char *)parsed->params + p->at;
		const char *text = NULL;
		struct words words = { 0 };

		if (!p->required)
			continue;
		if (p->type == PARAM_DECKS)
			memcpy(&words, field, sizeof(words));
		else
			memcpy(&text, field, sizeof(text));
		if (text == NULL && words.n == 0)
			return p;
	}
	return NULL;
}

bool
parse_check(const struct parsed *parsed, struct err *err)
{
	const struct cmd *cmd = parsed->cmd;
	const struct param *p;

	if (parsed->options.json && parsed->options.csv)
		return err_set(err, ERR_USAGE,
		    "--json and --csv cannot be had together");
	if (cmd == NULL || parsed->options.help)
		return true;
	if (parsed->options.json && (cmd->formats & CMD_JSON) == 0)
		return err_set(err, ERR_USAGE, "%s has no --json", cmd->name);
	if (parsed->options.csv && (cmd->formats & CMD_CSV) == 0)
		return err_set(err, ERR_USAGE, "%s has no --csv", cmd->name);
	if ((p = missing(parsed)) != NULL)
		return err_set(err, ERR_USAGE, "%s wants %s; \"help %s\" "
		    "explains it", cmd->name, cmd_value_name(p), cmd->name);
	return true;
}
