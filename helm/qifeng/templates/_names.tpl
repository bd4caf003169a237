{{- define "qifeng.labels" -}}
app.kubernetes.io/part-of: qifeng
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
{{- end }}

{{- define "qifeng.selector" -}}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
{{- end }}

{{- /* Whether this is the service that records. */}}
{{- define "qifeng.records" -}}
{{- if and (eq .name "remote-evaluation") .root.Values.recorder.enabled }}yes{{ end }}
{{- end }}

{{- /* Whether this is the service that asks the provincial library. */}}
{{- define "qifeng.asks-library" -}}
{{- if and (eq .name "remote-evaluation") .root.Values.library.uscc }}yes{{ end }}
{{- end }}

{{- /* The settings of one service as a file: names of services hold dashes, which environment variables cannot say. */}}
{{- define "qifeng.settings" -}}
{{- $values := .root.Values -}}
{{- $name := .name -}}
quarkus.http.host=0.0.0.0
quarkus.http.port={{ (index $values.services $name).port }}
quarkus.http.proxy.trusted-proxies={{ join "," $values.ingress.trustedProxies }}
quarkus.shutdown.timeout=30s
quarkus.datasource.jdbc.url={{ index $values.database.urls $name }}
quarkus.datasource.username=${DATABASE_USERNAME}
quarkus.datasource.password=${DATABASE_PASSWORD}
qifeng.mode={{ $values.mode }}
qifeng.address=https://{{ $values.host }}
qifeng.data=/data
qifeng.token.public-key=/secrets/token-public.pem
qifeng.service.secret=${SERVICE_SECRET}
{{- range $other, $settings := $values.services }}
qifeng.url.{{ $other }}=http://{{ $.root.Release.Name }}-{{ $other }}:{{ $settings.port }}
{{- end }}
{{- if include "qifeng.records" . }}
qifeng.hall.recording-compulsory={{ $values.recorder.compulsory }}
qifeng.evaluation.recorder.program={{ $values.recorder.program }}
qifeng.evaluation.hall.janus.address=${POD_IP}
qifeng.evaluation.hall.janus.ports={{ $values.recorder.mediaPorts.from }}-{{ $values.recorder.mediaPorts.to }}
{{- end }}
{{- if and $values.library.uscc (ne $name "guarantee-bond") }}
qifeng.library.name={{ required "library.name" $values.library.name }}
qifeng.library.uscc={{ $values.library.uscc }}
{{- end }}
{{- if include "qifeng.asks-library" . }}
qifeng.library.url={{ required "library.url" $values.library.url }}
qifeng.library.token=${LIBRARY_TOKEN}
qifeng.library.timeout={{ $values.library.timeout }}
qifeng.library.names-before={{ $values.library.namesBefore }}
{{- end }}
{{- if eq $name "trading-core" }}
qifeng.token.private-key=/secrets/token-private.pem
qifeng.witnesses={{ join "," $values.witnesses }}
{{- if $values.timeStamps }}
qifeng.time-stamps={{ join "," $values.timeStamps }}
{{- end }}
{{- if eq $values.mode "PRODUCTION" }}
qifeng.keys.directory=/keys
qifeng.vault.file=/keys/vault
qifeng.login-vault.file=/keys/login-vault
{{ $values.firstAdministrators | trim }}
{{- end }}
{{- range $other, $settings := $values.services }}
qifeng.services.{{ $other }}.secret-sha256=${SHA256_{{ $other | upper | replace "-" "_" }}}
{{- end }}
{{- end }}
{{- if and (eq $name "guarantee-bond") (eq $values.mode "PRODUCTION") }}
qifeng.vault.key-file=/keys/bond-vault.key
{{- range $key, $value := $values.issuer }}
qifeng.issuer.{{ $key }}={{ $value }}
{{- end }}
qifeng.issuer.callback=https://{{ $values.host }}/api/bond/issuers/callbacks
{{- end }}
{{- end }}
