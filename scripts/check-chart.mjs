// Reads rendered manifests from standard input and holds each to what an operator expects of it.
import { readFileSync } from 'node:fs'

const SERVICES = 3
const documents = readFileSync(0, 'utf8').split(/^---$/m).filter((text) => /^kind:/m.test(text))
const of = (kind) => documents.filter((text) => new RegExp(`^kind: ${kind}$`, 'm').test(text))
const name = (text) => `${/^kind: (.*)$/m.exec(text)[1]} ${/^ {2}name: (.*)$/m.exec(text)[1]}`

const rules = [
  ['Deployment', 'tells when it has started', /startupProbe:/],
  ['Deployment', 'tells when it is ready', /readinessProbe:/],
  ['Deployment', 'tells that it lives', /livenessProbe:/],
  ['Deployment', 'asks for memory and CPU', /requests:\s+cpu: \S+\s+memory: \S+/],
  ['Deployment', 'has a limit of memory', /limits:\s+memory: \S+/],
  ['Deployment', 'is not root', /runAsNonRoot: true/],
  ['Deployment', 'cannot write to its image', /readOnlyRootFilesystem: true/],
  ['Deployment', 'cannot become more', /allowPrivilegeEscalation: false/],
  ['Deployment', 'has no capabilities', /capabilities: \{drop: \[ALL\]\}/],
  ['Deployment', 'cannot speak to the cluster', /automountServiceAccountToken: false/],
  ['Deployment', 'names a fixed image', /image: "[^"]+:(?!latest")[^":]+"/],
  ['Deployment', 'takes its password from a secret', /name: DATABASE_PASSWORD\s+valueFrom:\s+secretKeyRef:/],
  ['Deployment', 'has time to end what runs', /terminationGracePeriodSeconds: (3[1-9]|[4-9]\d|\d{3,})/],
  ['ConfigMap', 'waits for requests in flight', /quarkus\.shutdown\.timeout=30s/],
  ['ConfigMap', 'holds no secret', /^(?!(.|\n)*(password|secret(-sha256)?)=(?!\$\{))/],
  ['NetworkPolicy', 'says who may call', /ingress:\s+(#.*\s+)*- ports: \[\{port: http\}\]\s+from:/],
  ['Ingress', 'lets frames through', /proxy-body-size: \d+m/],
  ['Ingress', 'holds WebSockets open', /proxy-read-timeout: "3600"/],
  ['Ingress', 'streams uploads', /proxy-request-buffering: "off"/],
  ['Ingress', 'is encrypted', /^ {2}tls:/m],
  ['Ingress', 'hides what is between services', /^(?!(.|\n)*path: \/(internal|q)\b)/],
]

/** What is true of remote-evaluation besides, where the chart is rendered with a recorder. */
const recording = [
  ['Deployment', 'has an image with a recorder', /image: "[^"]*-recorder:[^":]+"/],
  ['Deployment', 'knows its own address for media', /name: POD_IP\s+valueFrom:\s+fieldRef: \{fieldPath: status\.podIP\}/],
  ['ConfigMap', 'finds the recorder', /qifeng\.evaluation\.recorder\.program=\/\S+/],
  ['ConfigMap', 'binds media to its own address', /qifeng\.evaluation\.hall\.janus\.address=\$\{POD_IP\}/],
  ['ConfigMap', 'takes no commitment without a recording', /qifeng\.hall\.recording-compulsory=true/],
  ['NetworkPolicy', 'lets media in by UDP from named networks alone', /protocol: UDP, port: \d+, endPort: \d+\}\]\s+from:\s+- ipBlock: \{cidr: \S+\}/],
  ['PersistentVolumeClaim', 'has room for recordings', /storage: \d{3,}Gi/],
]
/** What is true of the services that know a provincial library, where the chart is rendered with one. */
const knowing = ['trading-core', 'remote-evaluation']
const library = [
  ['ConfigMap', 'names the library', /qifeng\.library\.name=\S+\s+qifeng\.library\.uscc=[0-9A-Z]{18}$/m, knowing],
  ['ConfigMap', 'asks it over TLS', /qifeng\.library\.url=https:\/\/\S+/, ['remote-evaluation']],
  ['ConfigMap', 'shows it a token that stands elsewhere', /qifeng\.library\.token=\$\{LIBRARY_TOKEN\}/, ['remote-evaluation']],
  ['Deployment', 'takes that token from a secret', /name: LIBRARY_TOKEN\s+valueFrom:\s+secretKeyRef:/, ['remote-evaluation']],
]
const draws = process.argv.includes('--library')
const records = process.argv.includes('--recorder')

let failed = 0
let passed = 0
function judge(good, sentence) {
  if (good) {
    passed++
  } else {
    failed++
    console.error(`chart: ${sentence}`)
  }
}
for (const kind of ['Deployment', 'ConfigMap', 'NetworkPolicy', 'Service', 'PersistentVolumeClaim']) {
  judge(of(kind).length === SERVICES, `${of(kind).length} of kind ${kind}, expected ${SERVICES}`)
}
judge(of('Ingress').length === 1, 'expected one Ingress')
for (const [kind, sentence, pattern] of rules) {
  for (const text of of(kind)) judge(pattern.test(text), `${name(text)}: not true that it ${sentence}`)
}
for (const [kind, sentence, pattern] of recording) {
  const [text] = of(kind).filter((one) => name(one).endsWith('-remote-evaluation'))
  judge(pattern.test(text) === records, `${name(text)}: ${records ? 'not ' : ''}true that it ${sentence}`)
}
for (const [kind, sentence, pattern, services] of library) {
  for (const text of of(kind)) {
    const expected = draws && services.some((service) => name(text).endsWith(`-${service}`))
    judge(pattern.test(text) === expected, `${name(text)}: ${expected ? 'not ' : ''}true that it ${sentence}`)
  }
}
if (records) {
  const [settings] = of('ConfigMap').filter((one) => name(one).endsWith('-remote-evaluation'))
  const [policy] = of('NetworkPolicy').filter((one) => name(one).endsWith('-remote-evaluation'))
  const [, from, to] = /janus\.ports=(\d+)-(\d+)/.exec(settings)
  judge(policy.includes(`port: ${from}, endPort: ${to}`), 'the ports of Janus are not those that are open')
}
console.log(`chart: ${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
