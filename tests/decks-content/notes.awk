# notes.awk -- what every note of the Convention decks must have.
# SPDX-License-Identifier: MIT
#
# Reads deck files; prints "ok" or "not ok" for each rule, and before a
# "not ok" the notes that break it.

function breaks(rule) {
	print "# " rule ": " deck "/" note
	broken[rule]++
}

function count_articles(list, parts, n, i) {
	if (list ~ /ETS/)
		return
	n = split(list, parts, ",")
	for (i = 1; i <= n; i++)
		if (match(parts[i], /[0-9]+/))
			articles[substr(parts[i], RSTART, RLENGTH) + 0] = 1
}

function wrong_options(k, letters, i, c) {
	letters = "abcdefgh"
	for (i = 1; i <= 8; i++) {
		c = substr(letters, i, 1)
		k = "option." c
		if (k in value && (", " value["answer"] ",") !~ ("[ ,]" c ","))
			if (!(("why." c) in value))
				breaks("every wrong option has its reason")
		if (("reject." c) in value && !(("why." c) in value))
			breaks("every rejected answer has its reason")
	}
}

function finish(year) {
	if (note == "")
		return
	kinds[value["kind"]] = 1
	if (!("fact" in value) || !("article" in value) ||
	    !("source" in value) || !("why" in value))
		breaks("every note has fact, article, source and why")
	wrong_options()
	year = substr(value["as_of"], 1, 4)
	if (year != "" && index(value["question"] value["text"], year) == 0)
		breaks("what can change shows its date")
	if (deck !~ /^budapest-/)
		breaks("ids of decks begin with budapest-")
	count_articles(value["article"])
	notes++
}

function rule(name, good) {
	print ((good) ? "ok " : "not ok ") name
}

/^\[/ {
	finish()
	split("", value)
	note = substr($0, 2, index($0, "]") - 2)
	if (note == "deck")
		note = ""
	next
}
/^[a-z_]+[.0-9a-h]* *=/ {
	key = $1
	sub(/=.*/, "", key)
	text = $0
	sub(/^[^=]*= */, "", text)
	gsub(/^"|"$/, "", text)
	value[key] = text
	if (key == "id" && note == "")
		deck = text
}
END {
	finish()
	n = split("every note has fact, article, source and why|" \
	    "every wrong option has its reason|" \
	    "every rejected answer has its reason|" \
	    "what can change shows its date|" \
	    "ids of decks begin with budapest-", rules, "|")
	for (i = 1; i <= n; i++)
		rule(rules[i], !(rules[i] in broken))
	n = split("basic text number date choice multi truefalse cloze list " \
	    "order match", names, " ")
	for (i = 1; i <= n; i++)
		rule("kind " names[i] " is used", names[i] in kinds)
	for (i = 1; i <= 48; i++)
		rule("Article " i " has a card", i in articles)
	rule("at least 400 notes: " notes, notes >= 400)
}
