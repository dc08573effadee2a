/*
 * topic.c -- see topic.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/topic.h"

#include "base/banned.h"

static const struct topic_row keys[] = {
	{ NULL, "At a question a line that is / and one letter is a key; "
	    "anything else is an answer. At the rating the letter alone "
	    "will do." },
	{ "Enter", "I don't know; of a card without a typed answer: show it; "
	    "at the rating: take the one proposed" },
	{ "1 to 4", "at the rating: again, hard, good or easy instead" },
	{ "/h", "the hint, if there is one: the rating is then hard at most" },
	{ "/u", "before the rating: ask again; at a question: take back the "
	    "last answer" },
	{ "/w", "\"I was right\": the rating is good, and these words count "
	    "for you from now on" },
	{ "/e", "edit the note in $VISUAL or $EDITOR" },
	{ "/s", "suspend the card: it is not asked until \"resume\"" },
	{ "/b", "bury the card: it is not asked today" },
	{ "/f", "flag the card, with a remark" },
	{ "/i", "what happened to the card so far" },
	{ "/q", "stop, with a summary; so do Ctrl-D and Ctrl-C on an empty "
	    "line" },
	{ "/?", "this list" },
	{ 0 }
};

static const struct topic_row ratings[] = {
	{ NULL, "The rating is proposed from what was typed; Enter takes it "
	    "and a digit overrules it." },
	{ "1 again", "forgotten: it comes back within minutes" },
	{ "2 hard", "remembered with trouble; a pass, not a failure" },
	{ "3 good", "remembered" },
	{ "4 easy", "remembered at once; never proposed" },
	{ 0 }
};

static const struct topic_row search[] = {
	{ NULL, "Words are looked for in the id, the question, the answer and "
	    "the explanation, without regard to case and accents. All terms "
	    "must be true; \"or\" between them, ( ) around them and - before "
	    "them do what they say." },
	{ "\"two words\"", "the phrase" },
	{ "deck:ID", "of this deck; the beginning of the id is enough" },
	{ "tag:WORD", "with this tag; likewise topic: article: fact: source:" },
	{ "kind:WORD", "basic, text, number, date, choice, multi, truefalse, "
	    "cloze, list, order, match" },
	{ "is:WORD", "due, new, learning, review, relearning, suspended, "
	    "buried, flagged, leech, changed, draft" },
	{ "prop:s>10", "stability over ten days; also d, r, lapses, reps, and "
	    "< or = in place of >" },
	{ 0 }
};

static const struct topic_row files[] = {
	{ NULL, "Every path can be given; nothing leaves this machine." },
	{ "decks", "--decks, else RECITAL_DECKS, else recital/decks in the XDG "
	    "data folder and the decks that are installed" },
	{ "progress", "--store, else recital/progress.db in the XDG data "
	    "folder" },
	{ "history", "recital/history in the XDG state folder: the commands "
	    "typed at the prompt, never an answer" },
	{ "RECITAL_NOW", "a fixed clock, such as 2026-11-25T09:00; only with "
	    "--store" },
	{ "RECITAL_SEED", "a fixed shuffle, a number; only with --store" },
	{ "RECITAL_PAGER", "shows long output, else PAGER; empty: nothing "
	    "does" },
	{ "EDITOR", "the editor of the key /e; VISUAL goes before it" },
	{ "ACCESSIBLE", "set: as --plain" },
	{ "NO_COLOR", "set: no colour" },
	{ 0 }
};

const struct topic topic_table[] = {
	{ "keys", "the keys while a card is asked", keys },
	{ "ratings", "what the four ratings mean", ratings },
	{ "search", "how cards are selected", search },
	{ "files", "where decks and progress lie; the environment", files },
	{ 0 }
};
