/*
 * judge.c -- runs tables of judged answers.
 * SPDX-License-Identifier: MIT
 *
 *	judge FILE ...
 *
 * A row is a note in small, what was typed, and the verdict and class that
 * are wanted; the header line names the columns, further ones are ignored.
 * Prints kind by kind how many rows agree, then every row that does not.
 * Exit 1 when there is one.  With --tap a line "ok" or "not ok" for each row.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cards/answer.h"
#include "cards/kind.h"

#define COLUMNS_MAX 16
#define FIELDS_MAX 600

enum column { ID, KIND, ANSWER, ACCEPT, REJECT, KEYS, TYPED, VERDICT, CLASS,
	WANTED_COLUMNS };

static const char *const column_names[WANTED_COLUMNS] = { "id", "kind",
	"answer", "accept", "reject", "option_keys", "typed", "verdict",
	"class" };

struct table {
	int column[WANTED_COLUMNS];	/* where each stands */
	int agree[16], rows[16];	/* by place in kind_table */
	int faults;
	bool tap;
	char *report;			/* the rows that do not agree */
	size_t report_n;
	FILE *out;
};

/* A note that one row describes. */
struct made {
	struct mem mem;
	struct deck deck;
	struct note note;
	struct field fields[FIELDS_MAX];
	struct card card;
	struct card_layout layout;
};

static void
add(struct made *m, enum key key, int index, bool letter, const char *s,
    size_t n)
{
	struct field *f;

	while (n > 0 && *s == ' ') {
		s++;
		n--;
	}
	while (n > 0 && s[n - 1] == ' ')
		n--;
	if (n == 0 || m->note.fields_n == FIELDS_MAX)
		return;
	f = &m->fields[m->note.fields_n++];
	f->key = (uint8_t)key;
	f->index = (uint8_t)index;
	f->letter = letter;
	f->value = mem_copy(&m->mem, s, n);
}

/* Every part between bars, as KEY.1, KEY.2, … or KEY.a, KEY.b, … */
static size_t
add_parts(struct made *m, enum key key, bool letters, const char *s)
{
	size_t n, k = 0;

	for (; *s != '\0'; s += n + (s[n] == '|')) {
		n = strcspn(s, "|");
		add(m, key, letters ? 'a' + (int)k : (int)k + 1, letters, s, n);
		k++;
	}
	return k;
}

static void
make_cloze(struct made *m, const char *answer, const char *accept)
{
	struct buf text = BUF_INIT(BUF_LARGE);
	size_t n;

	m->card.part = 1;
	for (; *answer != '\0'; answer += n + (answer[n] == '|')) {
		n = strcspn(answer, "|");
		buf_printf(&text, "and {{c1::%.*s}} ", (int)n, answer);
	}
	add(m, KEY_TEXT, 0, false, buf_str(&text), text.len);
	add(m, KEY_ACCEPT, 1, false, accept, strlen(accept));
	buf_clear(&text);
}

/* The right order of the shown letters: item k has the k-th of them. */
static void
make_order(struct made *m, const char *answer)
{
	int k = 0;

	for (; *answer != '\0'; answer++) {
		if (*answer < 'a' || *answer > 'z')
			continue;
		add(m, KEY_ITEM, k + 1, false, answer, 1);
		m->layout.shown[*answer - 'a'] = (uint8_t)k++;
	}
	m->layout.n = (uint8_t)k;
}

/* "1b 2a": left k goes with the right that is shown with that letter. */
static void
make_match(struct made *m, const char *answer, const char *rights)
{
	bool used[CARD_SHOWN_MAX] = { false };
	char text[2] = "";
	int k = 0, spare = 'a';

	for (; *answer != '\0'; answer++) {
		if (*answer < 'a' || *answer > 'z')
			continue;
		text[0] = *answer;
		add(m, KEY_LEFT, k + 1, false, text, 1);
		add(m, KEY_RIGHT, k + 1, false, text, 1);
		used[*answer - 'a'] = true;
		m->layout.shown[*answer - 'a'] = (uint8_t)k++;
	}
	for (; *rights != '\0'; rights++) {
		if (*rights < 'a' || *rights > 'z' || used[*rights - 'a'])
			continue;
		add(m, KEY_RIGHT, spare++, true, rights, 1);
		m->layout.shown[*rights - 'a'] = (uint8_t)k++;
	}
	m->layout.n = (uint8_t)k;
}

/* One key=value of the column option_keys. */
static void
take_key(struct made *m, const char *answer, const char *s, size_t n)
{
	static const struct {
		const char *name;
		enum key key;
	} keys[] = { { "match", KEY_MATCH }, { "unit", KEY_UNIT },
		{ "tolerance", KEY_TOLERANCE }, { "need", KEY_NEED } };
	const char *equals = memchr(s, '=', n), *value;
	size_t i, name;

	if (equals == NULL)
		return;
	name = (size_t)(equals - s);
	value = equals + 1;
	n -= name + 1;
	if (name == 1)
		add(m, KEY_OPTION, *s, true, value, n);
	else if (name == 4 && memcmp(s, "lang", 4) == 0)
		m->deck.language = mem_copy(&m->mem, value, n);
	else if (name == 6 && memcmp(s, "rights", 6) == 0)
		make_match(m, answer, mem_copy(&m->mem, value, n));
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strlen(keys[i].name) == name &&
		    memcmp(keys[i].name, s, name) == 0)
			add(m, keys[i].key, 0, false, value, n);
}

static void
take_keys(struct made *m, const char *answer, const char *s)
{
	size_t n;

	for (; *s != '\0'; s += n + (s[n] == ';')) {
		n = strcspn(s, ";");
		take_key(m, answer, s, n);
	}
}

static void
make(struct made *m, const struct kind *kind, char **cell)
{
	const char *answer = cell[ANSWER], *accept = cell[ACCEPT];

	m->deck.id = "deck";
	m->deck.language = "en";
	m->deck.topic = m->deck.source = "";
	m->deck.notes = &m->note;
	m->deck.notes_n = 1;
	m->note.id = "note";
	m->note.deck = &m->deck;
	m->note.kind = kind;
	m->note.fields = m->fields;
	m->card.note = &m->note;
	m->card.id = "deck/note";
	if (strcmp(kind->name, "cloze") == 0)
		make_cloze(m, answer, accept);
	else if (strcmp(kind->name, "list") == 0)
		(void)add_parts(m, KEY_ANSWER, false, answer);
	else if (strcmp(kind->name, "order") == 0)
		make_order(m, answer);
	else if (strcmp(kind->name, "match") != 0)
		add(m, KEY_ANSWER, 0, false, answer, strlen(answer));
	if (strcmp(kind->name, "cloze") != 0)
		add(m, KEY_ACCEPT, 0, false, accept, strlen(accept));
	(void)add_parts(m, KEY_REJECT, true, cell[REJECT]);
	take_keys(m, answer, cell[KEYS]);
	if (m->layout.n == 0)
		m->layout = card_layout_plain(&m->card);
}

/* Resolves \t \n \uXXXX \xHH \\ in place; returns the bytes. */
static size_t
unescape(char *s)
{
	char *to = s, *from = s, hex[5];
	unsigned long v;
	size_t digits;

	while (*from != '\0') {
		if (*from != '\\') {
			*to++ = *from++;
			continue;
		}
		digits = from[1] == 'u' ? 4 : from[1] == 'x' ? 2 : 0;
		if (digits > 0 && strlen(from) >= digits + 2) {
			(void)snprintf(hex, digits + 1, "%s", from + 2);
			from += digits + 2;
			v = strtoul(hex, NULL, 16);
			if (digits == 2)
				*to++ = (char)v;
			else
				to += utf8_write((int32_t)v, to);
			continue;
		}
		*to++ = from[1] == 't' ? '\t' : from[1] == 'n' ? '\n' : from[1];
		from += from[1] != '\0' ? 2 : 1;
	}
	*to = '\0';
	return (size_t)(to - s);
}

/* The verdict in the words of the table. */
static void
print_verdict(const struct judgement *j, char out[32])
{
	enum verdict v = j->verdict;

	if (v == VERDICT_PARTIAL || (v == VERDICT_SLIP && j->score < 100))
		(void)snprintf(out, 32, "partial:%d.%02d", j->score / 100,
		    j->score % 100);
	else
		(void)snprintf(out, 32, "%s", answer_is_right(v) ? "right" :
		    v == VERDICT_SLIP ? "slip" : v == VERDICT_SELF ? "self" :
		    "wrong");
}

/*
 * A part with a slip is offered as a slip and is worth a share: a table may
 * say either.
 */
static bool
agrees(const struct judgement *j, const char *got, char **cell)
{
	enum verdict class = j->verdict == VERDICT_PARTIAL ? j->worst :
	    j->verdict;

	return strcmp(cell[CLASS], answer_name(class)) == 0 &&
	    (strcmp(cell[VERDICT], got) == 0 ||
	    (j->verdict == VERDICT_SLIP && strcmp(cell[VERDICT], "slip") == 0));
}

static void
judge_row(struct table *t, const struct kind *kind, char **cell)
{
	struct made *m = mem_new(sizeof(*m));
	struct judgement j;
	char got[32];
	char *typed;
	size_t i, n;

	make(m, kind, cell);
	typed = mem_string(&m->mem, cell[TYPED]);
	n = unescape(typed);
	answer_judge(&m->card, &m->layout, typed, n, &j);
	print_verdict(&j, got);
	for (i = 0; kind_table[i] != kind; i++)
		;
	t->rows[i]++;
	if (agrees(&j, got, cell)) {
		t->agree[i]++;
		if (t->tap)
			printf("ok %s\n", cell[ID]);
	} else {
		t->faults++;
		fprintf(t->out, "%s%s\ttyped \"%s\"\twanted %s %s\tgot %s %s"
		    "%s%s\n", t->tap ? "not ok " : "", cell[ID], cell[TYPED],
		    cell[VERDICT], cell[CLASS], got, answer_name(j.verdict ==
		    VERDICT_PARTIAL ? j.worst : j.verdict),
		    j.reason[0] != '\0' ? ": " : "", j.reason);
	}
	mem_clear(&m->mem);
	free(m);
}

/* Cuts a line at its tabs; returns how many cells there are. */
static int
cut(char *line, char **cell)
{
	int n = 0;

	for (;;) {
		cell[n++] = line;
		line = strchr(line, '\t');
		if (line == NULL || n == COLUMNS_MAX)
			return n;
		*line++ = '\0';
	}
}

static bool
read_header(struct table *t, char **cell, int n)
{
	int i, c;

	for (c = 0; c < WANTED_COLUMNS; c++) {
		t->column[c] = -1;
		for (i = 0; i < n; i++)
			if (strcmp(cell[i], column_names[c]) == 0)
				t->column[c] = i;
		if (t->column[c] < 0) {
			fprintf(stderr, "judge: there is no column %s\n",
			    column_names[c]);
			return false;
		}
	}
	return true;
}

static void
read_row(struct table *t, char **cell, int n)
{
	char *wanted[WANTED_COLUMNS], none[] = "";
	const struct kind *kind;
	int c;

	for (c = 0; c < WANTED_COLUMNS; c++)
		wanted[c] = t->column[c] < n ? cell[t->column[c]] : none;
	kind = kind_find(wanted[KIND]);
	if (kind == NULL) {
		t->faults++;
		fprintf(t->out, "%s%s\tthere is no kind %s\n",
		    t->tap ? "not ok " : "", wanted[ID], wanted[KIND]);
		return;
	}
	judge_row(t, kind, wanted);
}

static bool
read_table(struct table *t, const char *path)
{
	char *data, *line, *next, *cell[COLUMNS_MAX];
	bool header = false;
	struct err err;
	size_t size;
	int n;

	if (!file_read(path, (size_t)1 << 26, &data, &size, &err)) {
		fprintf(stderr, "judge: %s\n", err.text);
		return false;
	}
	for (line = data; *line != '\0'; line = next) {
		next = line + strcspn(line, "\n");
		if (*next != '\0')
			*next++ = '\0';
		if (*line != '\0' && line[strlen(line) - 1] == '\r')
			line[strlen(line) - 1] = '\0';
		if (*line == '#' || *line == '\0')
			continue;
		n = cut(line, cell);
		if (header)
			read_row(t, cell, n);
		else if (!(header = read_header(t, cell, n)))
			break;
	}
	free(data);
	return header;
}

int
main(int argc, char **argv)
{
	struct table t = { .faults = 0 };
	bool good = true;
	int i;

	if (argc > 1 && strcmp(argv[1], "--tap") == 0) {
		t.tap = true;
		argc--;
		argv++;
	}
	if (argc < 2) {
		fputs("usage: judge [--tap] FILE ...\n", stderr);
		return 2;
	}
	t.out = open_memstream(&t.report, &t.report_n);
	for (i = 1; i < argc && good && t.out != NULL; i++)
		good = read_table(&t, argv[i]);
	if (t.out == NULL || !good)
		return 2;
	(void)fclose(t.out);
	for (i = 0; !t.tap && kind_table[i] != NULL; i++)
		if (t.rows[i] > 0)
			printf("%s %d of %d\n", kind_table[i]->name, t.agree[i],
			    t.rows[i]);
	fputs(t.report, stdout);
	free(t.report);
	return t.faults > 0;
}
