/*
 * view.c -- see view.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/view.h"

#include <string.h>

#include "cmd/parse.h"

#include "base/banned.h"

/* Cells before the texts of a list. */
#define LABEL 16
/* Below that many cells a text stands under its label. */
#define WIDE 60

struct paint
view_paint(const struct paint *paint)
{
	struct paint wrapped = *paint;

	if (wrapped.width == 0)
		wrapped.width = 80;
	return wrapped;
}

static bool
takes_many(const struct param *p)
{
	return p->type == PARAM_DECKS && !cmd_is_option(p);
}

static void
add_usage(const struct param *p, struct buf *out)
{
	const char *open = p->required ? "" : "[";
	const char *close = p->required ? "" : "]";

	if (!cmd_is_option(p))
		buf_printf(out, " %s%s%s%s", open, cmd_value_name(p),
		    takes_many(p) ? " ..." : "", close);
	else if (p->type == PARAM_FLAG)
		buf_printf(out, " [--%s]", p->name);
	else
		buf_printf(out, " [--%s %s]", p->name, cmd_value_name(p));
}

void
view_usage(const struct cmd *cmd, struct buf *out)
{
	const struct param *p = cmd->params;

	buf_adds(out, cmd->name);
	for (; p != NULL && p->name != NULL; p++)
		add_usage(p, out);
}

void
view_row(const struct paint *paint, const char *label, const char *text)
{
	struct buf line = BUF_INIT(4096);

	if (paint->accessible) {
		paint_printf(paint, PAINT_PLAIN, 0, "%s: %s", label, text);
	} else if (strlen(label) + 2 > LABEL ||
	    (paint->width > 0 && paint->width < WIDE)) {
		paint_text(paint, PAINT_PLAIN, 2, label);
		paint_text(paint, PAINT_PLAIN, 4, text);
	} else {
		buf_printf(&line, "%-*s%s", LABEL, label, text);
		paint_hang(paint, PAINT_PLAIN, 2, 2 + LABEL, buf_str(&line));
	}
	buf_clear(&line);
}

static void
add_meaning(const struct param *p, struct buf *out)
{
	buf_adds(out, p->help);
	for (size_t i = 0; p->choices != NULL && p->choices[i] != NULL; i++)
		buf_printf(out, "%s%s", i == 0 ? ": " : ", ", p->choices[i]);
	if (p->fallback != NULL)
		buf_printf(out, " (%s when not given)", p->fallback);
}

static void
print_params(const struct paint *paint, const struct param *p)
{
	struct buf label = BUF_INIT(128), text = BUF_INIT(1024);

	for (; p != NULL && p->name != NULL; p++) {
		buf_reset(&label);
		buf_reset(&text);
		if (!cmd_is_option(p))
			buf_adds(&label, cmd_value_name(p));
		else
			buf_printf(&label, "--%s%s%s", p->name,
			    p->type == PARAM_FLAG ? "" : " ",
			    cmd_value_name(p));
		add_meaning(p, &text);
		view_row(paint, buf_str(&label), buf_str(&text));
	}
	buf_clear(&label);
	buf_clear(&text);
}

static void
print_lines(const struct paint *paint, const char *before, const char *s)
{
	while (*s != '\0') {
		size_t n = strcspn(s, "\n");

		paint_printf(paint, PAINT_PLAIN, 2, "%s%.*s", before, (int)n,
		    s);
		s += n + (s[n] == '\n');
	}
}

void
view_help(const struct cmd *cmd, const struct paint *paint)
{
	struct buf usage = BUF_INIT(1024);

	view_usage(cmd, &usage);
	paint_hang(paint, PAINT_HEADING, 0, 4, buf_str(&usage));
	paint_printf(paint, PAINT_PLAIN, 0, "%s.", cmd->brief);
	if (cmd->detail != NULL)
		paint_text(paint, PAINT_PLAIN, 0, cmd->detail);
	print_params(paint, cmd->params);
	if ((cmd->formats & CMD_JSON) != 0)
		view_row(paint, "--json", "print the data as JSON");
	if ((cmd->formats & CMD_CSV) != 0)
		view_row(paint, "--csv", "print the data as CSV");
	if (cmd->example != NULL) {
		paint_text(paint, PAINT_PLAIN, 0, "For example:");
		print_lines(paint, "", cmd->example);
	}
	buf_clear(&usage);
}

void
view_list(const struct paint *paint)
{
	for (size_t i = 0; cmd_table[i] != NULL; i++)
		view_row(paint, cmd_table[i]->name, cmd_table[i]->brief);
	paint_blank(paint);
	paint_text(paint, PAINT_PLAIN, 0, "With every command:");
	print_params(paint, parse_table);
}

/* --- the manual ---------------------------------------------------------- */

/* Columns of a line of mdoc. */
#define ROFF 76

/* One word; at a line's beginning it must not look like a request. */
static void
add_roff_word(struct buf *out, const char *s, size_t n, bool first)
{
	if (first && (*s == '.' || *s == '\''))
		buf_adds(out, "\\&");
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\\')
			buf_adds(out, "\\e");
		else if (s[i] == '-' && i == 0 && n > 1)
			buf_adds(out, "\\-");
		else
			buf_addc(out, s[i]);
	}
}

/* Text of ours in mdoc, short lines, a new one for every sentence. */
static void
add_roff(struct buf *out, const char *s)
{
	size_t column = 0;
	bool ended = false;

	while (*s != '\0') {
		size_t n = strcspn(s, " ");

		if (column > 0 && (ended || column + n >= ROFF)) {
			buf_addc(out, '\n');
			column = 0;
		}
		if (column > 0)
			buf_addc(out, ' ');
		add_roff_word(out, s, n, column == 0);
		column += n + 1;
		ended = n > 0 && (s[n - 1] == '.' || s[n - 1] == '?');
		s += n;
		s += strspn(s, " ");
	}
}

static void
mdoc_value(const struct param *p, struct buf *out)
{
	if (p->type != PARAM_FLAG)
		buf_printf(out, " Ar %s", cmd_value_name(p));
}

static void
mdoc_usage(const struct param *p, struct buf *out)
{
	for (; p != NULL && p->name != NULL; p++) {
		buf_adds(out, p->required ? ".Ar " : ".Op ");
		if (cmd_is_option(p)) {
			buf_printf(out, "Fl \\-%s", p->name);
			mdoc_value(p, out);
		} else {
			buf_printf(out, "%s%s%s", p->required ? "" : "Ar ",
			    cmd_value_name(p), takes_many(p) ? " ..." : "");
		}
		buf_addc(out, '\n');
	}
}

static void
mdoc_params(const struct param *p, struct buf *out)
{
	struct buf text = BUF_INIT(1024);

	if (p == NULL || p->name == NULL)
		return;
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (; p->name != NULL; p++) {
		if (cmd_is_option(p)) {
			buf_printf(out, ".It Fl \\-%s", p->name);
			mdoc_value(p, out);
			buf_addc(out, '\n');
		} else {
			buf_printf(out, ".It Ar %s\n", cmd_value_name(p));
		}
		buf_reset(&text);
		add_meaning(p, &text);
		add_roff(out, buf_str(&text));
		buf_adds(out, ".\n");
	}
	buf_adds(out, ".El\n");
	buf_clear(&text);
}

static void
mdoc_paragraphs(const char *s, struct buf *out)
{
	char part[2048];

	while (s != NULL && *s != '\0') {
		size_t n = strcspn(s, "\n");

		snprintf(part, sizeof(part), "%.*s", (int)n, s);
		buf_adds(out, ".Pp\n");
		add_roff(out, part);
		buf_addc(out, '\n');
		s += n + (s[n] == '\n');
	}
}

static void
mdoc_command(const struct cmd *cmd, struct buf *out)
{
	buf_printf(out, ".It Xo\n.Ic %s\n", cmd->name);
	mdoc_usage(cmd->params, out);
	buf_adds(out, ".Xc\n");
	add_roff(out, cmd->brief);
	buf_adds(out, ".\n");
	mdoc_paragraphs(cmd->detail, out);
	mdoc_params(cmd->params, out);
}

void
view_mdoc(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; cmd_table[i] != NULL; i++)
		mdoc_command(cmd_table[i], out);
	buf_adds(out, ".El\n");
}
