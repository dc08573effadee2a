/*
 * test_fold.c -- cleaning, folding, comparing, words and slips.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "cards/clean.h"
#include "cards/fold.h"
#include "cards/signs.h"
#include "cards/slip.h"
#include "cards/words.h"

static enum fold_level
compare(const char *lang, const char *deck, const char *typed)
{
	struct mem mem = { 0 };
	struct fold d, t;
	enum fold_level level;

	d = fold_of(&mem, lang, deck, strlen(deck));
	t = fold_of(&mem, lang, typed, strlen(typed));
	level = fold_compare(lang, &d, &t);
	mem_clear(&mem);
	return level;
}

static void
test_clean(void **state)
{
	struct mem mem = { 0 };

	(void)state;
	assert_null(clean_refuses("a\tb\r\n", 5));
	assert_non_null(clean_refuses("a\x1b[D", 4));
	assert_non_null(clean_refuses("\xff", 1));
	assert_non_null(clean_refuses("\xe2\x80\xae", 3));
	assert_string_equal(clean_text(&mem, " a \t\xc2\xa0 b ", 9, false),
	    "a b");
	assert_string_equal(clean_text(&mem, "a\n b", 4, true), "a\nb");
	assert_string_equal(clean_text(&mem, "a\n b", 4, false), "a b");
	assert_string_equal(clean_text(&mem, "e\xcc\x81", 3, false),
	    "\xc3\xa9");
	assert_string_equal(clean_text(&mem, "\xe2\x80\x8b", 3, false), "");
	mem_clear(&mem);
}

static void
test_signs(void **state)
{
	static const char *const rows[][3] = {
		{ "en", "MÜLLER & Co", "muller  and  co" },
		{ "de", "“A” – ‚b‘", "\"a\" - 'b'" },
		{ "en", "10⁻² m² H₂O", "10^-2 m2 h2o" },
		{ "en", "2½ ¼", "2 1/2 1/4" },
		{ "en", "٣४２", "342" },
		{ "tr", "Iİi", "iii" },
		{ "en", "Łódź Ærø þ", "lodz aero th" },
		{ "en", "№ 5", "no. 5" },
	};
	struct mem mem = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(signs_plain(&mem, rows[i][0], rows[i][1],
		    strlen(rows[i][1])), rows[i][2]);
	mem_clear(&mem);
}

static void
test_compare(void **state)
{
	static const struct {
		const char *lang, *deck, *typed;
		enum fold_level level;
	} rows[] = {
		{ "en", "The Court!", "court", FOLD_SAME },
		{ "en", "co-operation", "cooperation", FOLD_SAME },
		{ "en", "database", "data base", FOLD_NEAR },
		{ "en", "notable", "not able", FOLD_OTHER },
		{ "en", "café", "cafe", FOLD_LESS },
		{ "fr", "café", "cafe", FOLD_LESS },
		{ "fr", "cafe", "café", FOLD_NEAR },
		{ "de", "Behörde", "Behoerde", FOLD_SAME },
		{ "de", "Behörde", "Behorde", FOLD_NEAR },
		{ "de", "das Recht", "der Recht", FOLD_NEAR },
		{ "de", "das Recht", "Recht", FOLD_SAME },
		{ "en", "16-17", "1617", FOLD_OTHER },
		{ "en", "ETS No. 185", "ets185", FOLD_SAME },
		{ "en", "cannot", "can't", FOLD_SAME },
		{ "he", "שָׁלוֹם", "שלום", FOLD_LESS },
		{ "ar", "أمر", "امر", FOLD_NEAR },
		{ "ja", "ページ", "ぺーじ", FOLD_NEAR },
		{ "th", "เบียร์", "เบียร", FOLD_OTHER },
		{ "vi", "đơn", "don", FOLD_NEAR },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		enum fold_level got = compare(rows[i].lang, rows[i].deck,
		    rows[i].typed);

		if (got != rows[i].level)
			print_error("%s / %s\n", rows[i].deck, rows[i].typed);
		assert_int_equal(got, rows[i].level);
	}
}

static void
test_words(void **state)
{
	static const int32_t abc[] = { 'a', 'b', 'c' };
	static const int32_t acb[] = { 'a', 'c', 'b' };
	static const int32_t ab[] = { 'a', 'b' };
	static const int32_t cba[] = { 'c', 'b', 'a' };
	bool swap;

	(void)state;
	assert_string_equal(words_lang_of("pt-BR").s, "pt");
	assert_string_equal(words_lang_of("").s, "en");
	assert_int_equal(words_edits(abc, 3, abc, 3, &swap), 0);
	assert_int_equal(words_edits(abc, 3, ab, 2, &swap), 1);
	assert_false(swap);
	assert_int_equal(words_edits(abc, 3, acb, 3, &swap), 1);
	assert_true(swap);
	assert_int_equal(words_edits(abc, 3, cba, 3, &swap), 2);
	assert_true(words_plural("party", "parties"));
	assert_true(words_plural("box", "boxes"));
	assert_false(words_plural("box", "boxer"));
	assert_false(words_plural("das", "dass"));
	assert_true(words_confusable("trial", "trail"));
	assert_false(words_confusable("trial", "trial"));
	assert_int_equal(words_month("maerz"), 3);
	assert_int_equal(words_month("merz"), 0);
	assert_int_equal(words_month("marz"), 3);
	assert_int_equal(words_month_near("novmber"), 11);
	assert_int_equal(words_month_near("juny"), 0);
	assert_ptr_equal(words_unit_find("days"), words_unit_find("tage"));
}

static bool
edited(const char *deck, const char *typed)
{
	struct mem mem = { 0 };
	struct slip slip = { &mem, "en", NULL };
	struct fold d, t;
	bool yes;

	d = fold_of(&mem, "en", deck, strlen(deck));
	t = fold_of(&mem, "en", typed, strlen(typed));
	yes = slip_edited(&slip, &d, &t);
	mem_clear(&mem);
	return yes;
}

static void
test_slips(void **state)
{
	(void)state;
	assert_true(edited("expedited preservation", "expidited preservtion"));
	assert_false(edited("legal", "ilegal"));
	assert_false(edited("trial", "trail"));
	assert_false(edited("without right", "within right"));
	assert_true(edited("without right", "withuot right"));
	assert_false(edited("employee", "employer"));
	assert_false(edited("data", "dats"));
	assert_true(edited("act", "acts"));
	assert_false(edited("order 16", "order 17"));
	assert_false(edited("one two three four", "onee twoo threee four"));
}

/* Words that folding drops, rewrites or joins, and a few others. */
static void
add_words(struct random *random, uint64_t n, char *out, size_t size)
{
	static const char *const words[] = { "nr", "coop", "The", "a", "an",
		"no.", "No", "number", "#", "5", "12", "1.5", "can", "not",
		"cannot", "can't", "town", "data", "l'acte", "un", "la", "le",
		"acte", "people's", "peoples", "-", "&", "and", ",", "x^2",
		"x2", "co-op", "3/4", "!", "\"", "n", "t", "i", "he", "bathe",
		"ba", "thedata" };
	size_t k = strlen(out);
	uint64_t i;

	for (i = 0; i < n; i++) {
		(void)snprintf(out + k, size - k, "%s%s",
		    words[random_below(random, sizeof(words) /
		    sizeof(words[0]))], random_below(random, 4) ? " " : "");
		k += strlen(out + k);
	}
}

/* The cheap look never tells apart what folding makes one: one word differs. */
static void
test_differs(void **state)
{
	static const char *const langs[] = { "en", "fr", "de", "hu" };
	struct random random = random_of_string("differs");
	char a[400], b[400], behind[128];
	const char *lang;
	int i, differ = 0;

	(void)state;
	assert_true(fold_differs("en", "first town", "The second town"));
	assert_false(fold_differs("en", "The town!", "a Town"));
	assert_false(fold_differs("en", "a & b", "a and b"));
	assert_false(fold_differs("en", "no. 5", "number 5"));
	for (i = 0; i < 60000; i++) {
		a[0] = behind[0] = '\0';
		lang = langs[random_below(&random, 4)];
		add_words(&random, random_below(&random, 2), a, sizeof(a));
		memcpy(b, a, sizeof(b));
		add_words(&random, random_below(&random, 2), a, sizeof(a));
		add_words(&random, random_below(&random, 2), b, sizeof(b));
		add_words(&random, random_below(&random, 3), behind,
		    sizeof(behind));
		strncat(a, behind, sizeof(a) - strlen(a) - 1);
		strncat(b, behind, sizeof(b) - strlen(b) - 1);
		if (!fold_differs(lang, a, b))
			continue;
		differ++;
		assert_int_not_equal(compare(lang, a, b), FOLD_SAME);
	}
	assert_in_range(differ, 6000, 60000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clean), cmocka_unit_test(test_signs),
		cmocka_unit_test(test_compare), cmocka_unit_test(test_words),
		cmocka_unit_test(test_slips), cmocka_unit_test(test_differs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
