# What a person types. Everything else is in CMakePresets.json and tests/.
.PHONY: drill test test-patient asan-build build bench parity asan tsan fuzz format deps replay-builds clean

MAYDAY := build/release/mayday
CASE_ONE := scenarios/hesi-approval-timeout.yaml

# The first drill: case one in virtual time, then the same on real sockets, sixty times as fast.
drill: build
	$(MAYDAY) run $(CASE_ONE) --responder gold --out out/drill/virtual
	@echo
	@echo "The same drill on real sockets, 60 times as fast as life: about two minutes."
	$(MAYDAY) run $(CASE_ONE) --responder gold --world live --speed 60 --out out/drill/live
	@echo
	@echo "Open out/drill/virtual/report.html and out/drill/live/report.html in a browser."

# Every test: the command as a user runs it, from the release build; the parts, and whole small drills in
# both worlds, under AddressSanitizer and UndefinedBehaviourSanitizer.
test: build
	ctest --preset release -L command
	+$(MAKE) -j2 --output-sync=target test-patient asan-build
	ctest --preset asan -L unit

# A drill in the speed of life: it waits most of the time.
test-patient:
	ctest --preset release -L patient

asan-build:
	cmake --preset asan
	cmake --build --preset asan --target unit_tests

build: deps
	cmake --preset release
	cmake --build --preset release

# Installs what is missing; does nothing, and needs no rights, when nothing is.
deps:
	@tools/install-packages packages.txt

bench: build
	cmake --build --preset release --target virtual_bench matching_bench population_bench burst
	tests/bench/run $(CURDIR)/build/release

# Both cases whole in both worlds: the same people bitten, the scores alike. `make test` compares shorter drills.
parity: build
	tests/worlds/whole $(MAYDAY)

asan tsan: deps
	cmake --preset $@
	cmake --build --preset $@ --target unit_tests
	ctest --preset $@ -L unit

# The same drill from several compilers and levels of optimisation: the ledgers must be the same bytes.
replay-builds: deps
	tests/replay/builds

# Hostile scenarios for a minute.
fuzz: deps
	tests/fuzz/run

format:
	clang-format -i $$(git ls-files '*.h' '*.cc')

clean:
	rm -rf build out
