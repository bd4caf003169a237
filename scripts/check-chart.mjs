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
console.log(`chart: ${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
