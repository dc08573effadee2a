/*
 * test_proposal.c -- every line of the table of proposed ratings.
 * SPDX-License-Identifier: MIT
 */
#include "unit/study/world.h"

#define E(verdict_, score_, hint_, tries_, took_, median_) \
    { .verdict = VERDICT_##verdict_, .score = score_, .hint = hint_, \
    .tries = tries_, .took_ms = took_, .median_ms = median_ }

static const struct {
	struct proposal_evidence evidence;
	int rating;
	enum proposal_reason reason;
} table[] = {
	{ E(SELF, 0, false, 1, 1000, -1), 0, PROPOSAL_SELF },
	{ E(SELF, 0, true, 2, 60000, 1000), 0, PROPOSAL_SELF },
	{ E(BLANK, 0, false, 1, 1000, -1), 1, PROPOSAL_BLANK },
	{ E(WRONG, 0, false, 1, 1000, -1), 1, PROPOSAL_WRONG },
	{ E(WRONG, 0, true, 2, 1000, -1), 1, PROPOSAL_WRONG },
	{ E(REJECTED, 0, false, 1, 1000, -1), 1, PROPOSAL_WRONG },
	{ E(PARTIAL, 66, false, 1, 1000, -1), 1, PROPOSAL_LITTLE },
	{ E(PARTIAL, 67, false, 1, 1000, -1), 2, PROPOSAL_PART },
	{ E(PARTIAL, 99, false, 1, 1000, -1), 2, PROPOSAL_PART },
	{ E(PARTIAL, 66, true, 2, 1000, -1), 1, PROPOSAL_LITTLE },
	{ E(EXACT, 100, true, 1, 1000, -1), 2, PROPOSAL_HINT },
	{ E(EXACT, 100, false, 2, 1000, -1), 2, PROPOSAL_SECOND_TRY },
	{ E(EXACT, 100, false, 1, 20001, 6000), 2, PROPOSAL_SLOW },
	{ E(EXACT, 100, false, 1, 20000, 6000), 3, PROPOSAL_RIGHT },
	{ E(EXACT, 100, false, 1, 21000, 7000), 3, PROPOSAL_RIGHT },
	{ E(EXACT, 100, false, 1, 21001, 7000), 2, PROPOSAL_SLOW },
	/* A time counts for a minute: three medians of 20 s are not passed. */
	{ E(EXACT, 100, false, 1, 600000, 20000), 3, PROPOSAL_RIGHT },
	{ E(EXACT, 100, false, 1, 60001, 20000), 3, PROPOSAL_RIGHT },
	{ E(EXACT, 100, false, 1, 600000, 19999), 2, PROPOSAL_SLOW },
	{ E(EXACT, 100, false, 1, 59000, -1), 3, PROPOSAL_RIGHT },
	{ E(FOLD, 100, false, 1, 1000, -1), 3, PROPOSAL_RIGHT },
	{ E(ACCEPTED, 100, false, 1, 1000, -1), 3, PROPOSAL_RIGHT },
	{ E(SLIP, 100, false, 1, 1000, -1), 3, PROPOSAL_SLIP },
	{ E(SLIP, 100, false, 1, 50000, 1000), 3, PROPOSAL_SLIP },
	{ E(SLIP, 100, true, 1, 1000, -1), 2, PROPOSAL_HINT },
	{ E(SLIP, 100, false, 2, 1000, -1), 2, PROPOSAL_SECOND_TRY },
	{ E(SLIP, 75, false, 1, 1000, -1), 2, PROPOSAL_PART },
	{ E(SLIP, 50, false, 1, 1000, -1), 1, PROPOSAL_LITTLE },
};

static void
test_table(void **state)
{
	struct proposal p;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		p = proposal_of(&table[i].evidence);
		if (p.rating != table[i].rating ||
		    p.reason != table[i].reason)
			fail_msg("row %zu: %d for reason %d", i, p.rating,
			    (int)p.reason);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_table) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
