/*
 * test_settings.c -- what settings take, and which retention held when.
 * SPDX-License-Identifier: MIT
 */
#include "unit/study/world.h"

static const struct {
	const char *name, *typed, *canonical;	/* NULL: refused */
} typed[] = {
	{ "new", "12", "12" }, { "new", "0", "0" }, { "new", "off", "off" },
	{ "new", "OFF", "off" }, { "new", "default", "10" },
	{ "new", "007", "7" }, { "new", "-1", NULL }, { "new", "1.5", NULL },
	{ "new", "", NULL }, { "new", "ten", NULL }, { "new", "9999999", NULL },
	{ "reviews", "200", "200" }, { "reviews", "default", "off" },
	{ "minutes", "20", "20" }, { "minutes", "1441", NULL },
	{ "retention", "0.9", "0.90" }, { "retention", "90%", "0.90" },
	{ "retention", "0.875", "0.875" }, { "retention", "0,85", "0.85" },
	{ "retention", ".97", "0.97" }, { "retention", "0.971", NULL },
	{ "retention", "0.70", "0.70" }, { "retention", "0.6999", NULL },
	{ "retention", "0.70001", NULL }, { "retention", "off", NULL },
	{ "retention", ".", NULL }, { "retention", "%", NULL },
	{ "retention", "9e-1", NULL }, { "retention", "0.9x", NULL },
	{ "day_starts", "0", "0" }, { "day_starts", "23", "23" },
	{ "day_starts", "24", NULL }, { "day_starts", "off", NULL },
	{ "learn_ahead", "0", "0" }, { "learn_ahead", "off", NULL },
	{ "keep_answers", "no", "no" }, { "keep_answers", "YES", "yes" },
	{ "keep_answers", "1", NULL }, { "rate", "auto", "auto" },
	{ "rate", "default", "ask" }, { "rate", "never", NULL },
};

static void
test_canonical(void **state)
{
	char out[SETTINGS_TEXT];
	struct err err;
	bool ok;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
		int which = settings_find(typed[i].name);

		assert_true(which >= 0);
		ok = settings_canonical((enum setting)which, typed[i].typed,
		    out, &err);
		if (ok != (typed[i].canonical != NULL) ||
		    (ok && strcmp(out, typed[i].canonical) != 0))
			fail_msg("%s %s: %s", typed[i].name, typed[i].typed,
			    ok ? out : err.text);
		if (!ok)
			assert_int_equal(err.kind, ERR_USAGE);
	}
}

static void
test_find(void **state)
{
	(void)state;
	assert_int_equal(settings_find("retention"), SETTING_RETENTION);
	assert_int_equal(settings_find("day"), SETTING_DAY_STARTS);
	assert_int_equal(settings_find("re"), -1);
	assert_int_equal(settings_find(""), -1);
	assert_int_equal(settings_find("colour"), -1);
	assert_string_equal(settings_nearest("retantion"), "retention");
	assert_null(settings_nearest("zzz"));
}

#define ID(letter) "0000000000000000000" letter

static void
test_retention_by_time(void **state)
{
	struct settings s;

	(void)state;
	settings_init(&s);
	assert_true(settings_retention_at(&s, 5, ID("a")) == 0.9f);
	settings_apply(&s, "retention", "0.80", 200, ID("c"));
	settings_apply(&s, "retention", "0.95", 100, ID("b"));
	assert_true(settings_retention_at(&s, 99, ID("z")) == 0.9f);
	assert_true(settings_retention_at(&s, 100, ID("a")) == 0.9f);
	assert_true(settings_retention_at(&s, 100, ID("d")) == 0.95f);
	assert_true(settings_retention_at(&s, 200, ID("b")) == 0.95f);
	assert_true(settings_retention_at(&s, 200, ID("d")) == 0.8f);
	settings_clear(&s);
}

static void
test_unknown_changes_nothing(void **state)
{
	struct settings s;
	char out[SETTINGS_TEXT];

	(void)state;
	settings_init(&s);
	settings_apply(&s, "new", "many", 1, ID("a"));
	settings_apply(&s, "later", "1", 1, ID("b"));
	settings_print(&s, SETTING_NEW, out);
	assert_string_equal(out, "10");
	assert_false(s.given[SETTING_NEW]);
	settings_apply(&s, "new", "off", 1, ID("c"));
	assert_true(s.given[SETTING_NEW]);
	assert_int_equal(s.v[SETTING_NEW], SETTINGS_OFF);
	settings_clear(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_canonical),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_retention_by_time),
		cmocka_unit_test(test_unknown_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
