# make deps run    install what is missing, build, open the prompt
# make deps test   install what is missing, build, run every test
# make help        the other targets
#
# Variables: CC, CFLAGS, LDFLAGS, PREFIX, DESTDIR; BUILD is the folder for
# everything made; SANITIZE=1 builds with ASan and UBSan; V=1 shows each command.

VERSION  = 0.1
BUILD    = build
PREFIX   = /usr/local
DATADIR  = $(PREFIX)/share
MANDIR   = $(DATADIR)/man

# What the project needs, as Debian names it: a command or a header that shows
# that it is there, and the package.
NEEDS    = cc:gcc pkg-config:pkg-config \
           histedit.h:libedit-dev sqlite3.h:libsqlite3-dev \
           utf8proc.h:libutf8proc-dev jansson.h:libjansson-dev \
           iniparser.h:libiniparser-dev cmocka.h:libcmocka-dev mandoc:mandoc

# With "deps" among the goals the others run in a second make, after it: the
# packages must be there before anybody asks pkg-config for their flags.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
OTHERS := $(filter-out deps,$(MAKECMDGOALS))

deps:
	@tests/deps.sh $(NEEDS)
ifneq ($(OTHERS),)
$(firstword $(OTHERS)): deps
	+@$(MAKE) --no-print-directory $(OTHERS)
$(wordlist 2,$(words $(OTHERS)),$(OTHERS)): $(firstword $(OTHERS))
	@:
endif
.PHONY: deps $(OTHERS)

else

CC      ?= cc
CFLAGS  ?= -O2 -g
FLOORS  := cmd report study format store stats term fsrs cards base
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
           -Wmissing-prototypes -Wwrite-strings -Wvla
HARDEN  := -fPIE -fstack-protector-strong
HARDLD  := -pie -Wl,-z,relro,-z,now
ifdef FUZZER
SANITIZE := 1
override CFLAGS += -fsanitize=fuzzer-no-link
FUZZMAIN := -fsanitize=fuzzer
else
FUZZMAIN := tests/fuzz/replay.c
endif
ifdef SANITIZE
override CFLAGS += -fsanitize=address,undefined -fno-sanitize-recover=all \
           -fno-omit-frame-pointer
override LDFLAGS += -fsanitize=address,undefined
else
HARDEN  += -D_FORTIFY_SOURCE=2
endif
# -ffp-contract=off: the memory model's states are the same bits everywhere.
CSTD    := -std=c17 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE \
           -ffp-contract=off

pkg      = $(shell pkg-config $(1) 2>/dev/null)
INI_CFLAGS := $(call pkg,--cflags iniparser)
INI_LIBS := $(or $(call pkg,--libs iniparser),-liniparser)
U8_CFLAGS := $(call pkg,--cflags libutf8proc)
U8_LIBS := $(or $(call pkg,--libs libutf8proc),-lutf8proc)
EDIT_CFLAGS := $(call pkg,--cflags libedit)
EDIT_LIBS := $(or $(call pkg,--libs libedit),-ledit)
LIBS    := $(INI_LIBS) $(EDIT_LIBS) -lsqlite3 $(U8_LIBS) -ljansson -lm \
           -lpthread
ALLCPP   = $(CSTD) -Isrc -I$(BUILD)/gen $(INI_CFLAGS) $(U8_CFLAGS) \
           $(EDIT_CFLAGS) $(CPPFLAGS) -MMD -MP
Q       := $(if $(V),,@)
COMPILE  = $(Q)$(CC) $(ALLCPP) $(WARN) $(HARDEN) $(CFLAGS)

# --- the program --------------------------------------------------------------

# $(call objects,FLOOR): the object files of one floor.
objects  = $(patsubst src/%.c,$(BUILD)/obj/%.o,$(sort $(wildcard src/$(1)/*.c)))
# $(call libs_from,FLOOR): that floor's archive and those below, top first.
libs_of  = $(patsubst %,$(BUILD)/lib%.a,$(1))
from     = $(if $(filter $(1),$(firstword $(2))),$(2),$(if $(2),$(call \
           from,$(1),$(wordlist 2,$(words $(2)),$(2)))))
libs_from = $(call libs_of,$(call from,$(1),$(FLOORS)))

all: $(BUILD)/recital

$(BUILD)/recital: $(BUILD)/obj/main.o $(call libs_of,$(FLOORS))
	$(if $(V),,@echo '  ld $@')
	$(Q)$(CC) $(CFLAGS) $(HARDLD) $(LDFLAGS) -o $@ $^ $(LIBS)

define FLOOR_RULE
$(BUILD)/lib$(1).a: $(call objects,$(1))
	@rm -f $$@
	@ar rcs $$@ $$^
endef
$(foreach f,$(FLOORS),$(eval $(call FLOOR_RULE,$(f))))

$(BUILD)/obj/%.o: src/%.c | generated
	@mkdir -p $(@D)
	$(if $(V),,@echo '  cc $<')
	$(COMPILE) -c -o $@ $<

# The store's schema, as C strings.
SCHEMA  := $(sort $(wildcard src/store/schema/*.sql))
GENERATED := $(patsubst src/store/schema/%.sql,$(BUILD)/gen/%.sql.h,$(SCHEMA))
generated: $(GENERATED) $(BUILD)/gen/built.h

# What was chosen when the program was built; written when it is another.
define BUILT
#define RECITAL_VERSION "$(VERSION)"
#define RECITAL_DATADIR "$(DATADIR)/recital"
endef
export BUILT
$(BUILD)/gen/built.h: always
	@mkdir -p $(@D)
	@printf '%s\n' "$$BUILT" | cmp -s - $@ || printf '%s\n' "$$BUILT" >$@
always:

$(BUILD)/gen/%.sql.h: src/store/schema/%.sql
	@mkdir -p $(@D)
	@sed -e 's/[\\"]/\\&/g' -e 's/^/"/' -e 's/$$/\\n"/' $< >$@

run: all
	@$(BUILD)/recital --decks decks

# --- tests --------------------------------------------------------------------

# A unit test lies in tests/unit/FLOOR and is linked with that floor and those
# below it only.
UNIT    := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/unit/*/test_*.c)))
unit_floor = $(word 3,$(subst /, ,$(1)))
define UNIT_RULE
$(BUILD)/$(1:.c=): $(1) $(call libs_from,$(call unit_floor,$(1)))
	@mkdir -p $$(@D)
	$(if $(V),,@echo '  cc $(1)')
	$$(COMPILE) -Itests $$(HARDLD) $$(LDFLAGS) -o $$@ $(1) \
	    $(call libs_from,$(call unit_floor,$(1))) -lcmocka $$(LIBS)
endef
$(foreach t,$(patsubst $(BUILD)/%,%.c,$(UNIT)),$(eval $(call UNIT_RULE,$(t))))

# Programs that drive others or print figures; tests/lib is linked into each.
TOOLS   := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/pty/*.c \
           tests/vectors/*.c tests/judge/*.c tests/bench/*.c tests/soak/*.c \
           tests/decks-content/*.c)))
HELP    := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/lib/*.c)))
$(HELP): $(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(if $(V),,@echo '  cc $<')
	$(COMPILE) -Itests -c -o $@ $<
$(TOOLS): $(BUILD)/%: %.c $(HELP) $(call libs_of,$(FLOORS))
	@mkdir -p $(@D)
	$(if $(V),,@echo '  cc $<')
	$(COMPILE) -Itests $(HARDLD) $(LDFLAGS) -o $@ $< $(HELP) \
	    $(call libs_of,$(FLOORS)) $(LIBS) -lutil

# One fuzz target a file; without clang's fuzzer a small main replays a corpus.
FUZZ    := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
fuzzers: $(FUZZ)
$(FUZZ): $(BUILD)/%: %.c tests/fuzz/replay.c $(call libs_of,$(FLOORS))
	@mkdir -p $(@D)
	$(if $(V),,@echo '  cc $<')
	$(COMPILE) -Itests $(HARDLD) $(LDFLAGS) -o $@ $< $(FUZZMAIN) \
	    $(call libs_of,$(FLOORS)) $(LIBS)

# "make unit-fsrs" builds and runs one floor's unit tests alone.
unit-%: ; @$(MAKE) --no-print-directory $(filter $(BUILD)/tests/unit/$*/%,$(UNIT)) \
	    && tests/run.sh $(filter $(BUILD)/tests/unit/$*/%,$(UNIT))

test: all $(UNIT) $(TOOLS) $(FUZZ)
	@BUILD=$(BUILD) tests/all.sh $(UNIT)

soak: all $(TOOLS)
	@BUILD=$(BUILD) SOAK=1 tests/all.sh

lint: all
	@BUILD=$(BUILD) CC='$(CC)' tests/lint/all.sh

asan:
	+@$(MAKE) --no-print-directory BUILD=build/asan SANITIZE=1 CFLAGS='-O1 -g' test

VECTORS ?= tests/vectors/data
vectors: $(BUILD)/tests/vectors/vectors
	@$(BUILD)/tests/vectors/vectors $(VECTORS)

CASES   ?= tests/judge/judging.tsv
judge: $(BUILD)/tests/judge/judge
	@$(BUILD)/tests/judge/judge $(CASES)

bench: all $(TOOLS)
	@BUILD=$(BUILD) tests/bench/all.sh

# Fuzzes each target for SECONDS with clang's libFuzzer.
SECONDS ?= 60
fuzz:
	+@$(MAKE) --no-print-directory BUILD=build/fuzz CC=clang CFLAGS='-O1 -g' \
	    FUZZER=1 fuzzers
	@BUILD=build/fuzz SECONDS=$(SECONDS) tests/fuzz/all.sh

# --- installing ---------------------------------------------------------------

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(MANDIR)/man1 \
	    $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(DATADIR)/recital
	install -m 755 $(BUILD)/recital $(DESTDIR)$(PREFIX)/bin/recital
	install -m 644 docs/recital.1 $(DESTDIR)$(MANDIR)/man1/recital.1
	install -m 644 docs/recital-deck.5 \
	    $(DESTDIR)$(MANDIR)/man5/recital-deck.5
	cp -R decks $(DESTDIR)$(DATADIR)/recital/

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/recital \
	    $(DESTDIR)$(MANDIR)/man1/recital.1 \
	    $(DESTDIR)$(MANDIR)/man5/recital-deck.5
	rm -rf $(DESTDIR)$(DATADIR)/recital

clean:
	rm -rf build

help:
	@echo 'all        build $(BUILD)/recital'
	@echo 'deps       install the packages that are missing'
	@echo 'run        build and open the prompt on ./decks'
	@echo 'test       build and run every test; unit-FLOOR runs one floor'
	@echo 'soak       the long tests: kills, random sessions, every fault'
	@echo 'lint       floors, names, headers, manual pages'
	@echo 'asan       the tests with ASan and UBSan'
	@echo 'fuzz       fuzz each target for SECONDS=60'
	@echo 'bench      print figures; never fails'
	@echo 'vectors    conformance with other FSRS programs: VECTORS=DIR'
	@echo 'judge      a table of judged answers: CASES=FILE'
	@echo 'install    into PREFIX=/usr/local, below DESTDIR'
	@echo 'uninstall, clean'

.PHONY: all generated always fuzzers run test soak lint asan fuzz bench vectors judge \
	install uninstall clean help
.DELETE_ON_ERROR:
-include $(wildcard $(BUILD)/obj/*.d $(BUILD)/obj/*/*.d \
	$(BUILD)/tests/*/*.d $(BUILD)/tests/*/*/*.d)

endif
