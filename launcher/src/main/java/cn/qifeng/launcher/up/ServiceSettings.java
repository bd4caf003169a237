package cn.qifeng.launcher.up;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The configuration file that each service gets from the launcher. */
final class ServiceSettings {

    private final DataFolder data;
    private final Secrets secrets;
    private final Database database;
    private final Map<String, Integer> ports;
    private final URI address;

    ServiceSettings(DataFolder data, Secrets secrets, Database database, Map<String, Integer> ports, URI address) {
        this.data = data;
        this.secrets = secrets;
        this.database = database;
        this.ports = ports;
        this.address = address;
    }

    String of(String service) {
        var settings = new TreeMap<String, String>();
        settings.put("quarkus.http.port", String.valueOf(ports.get(service)));
        settings.put("quarkus.datasource.jdbc.url", database.url(service));
        settings.put("quarkus.datasource.username", Database.name(service));
        settings.put("quarkus.datasource.jdbc.acquisition-timeout", "30S");
        settings.put("quarkus.datasource.password", secrets.text("db-" + service));
        settings.put("qifeng.mode", "SANDBOX");
        settings.put("qifeng.address", address.toString());
        settings.put("qifeng.data", data.folder(service).toString());
        settings.put(
                "qifeng.token.public-key",
                secrets.tokenKeys().resolve("token-public.pem").toString());
        settings.put("qifeng.service.secret", secrets.text("service-" + service));
        ports.forEach((name, port) -> {
            if (Platform.SERVICES.contains(name)) {
                settings.put("qifeng.url." + name, "http://127.0.0.1:" + port);
            }
        });
        library(service, settings);
        if (service.equals("remote-evaluation")) {
            settings.put("qifeng.hall.recording-compulsory", "false");
        }
        if (service.equals("trading-core")) {
            settings.put(
                    "qifeng.token.private-key",
                    secrets.tokenKeys().resolve("token-private.pem").toString());
            Platform.SERVICES.forEach(name ->
                    settings.put("qifeng.services." + name + ".secret-sha256", secrets.sha256("service-" + name)));
            settings.put("qifeng.witnesses", witnesses());
        }
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The sandbox's provincial library of experts, which remote-evaluation runs beside itself and asks over HTTP. */
    private void library(String service, Map<String, String> settings) {
        if (service.equals("guarantee-bond")) {
            return;
        }
        settings.put("qifeng.library.name", "示例省综合评标专家库（演示）");
        settings.put("qifeng.library.uscc", "12330000XX20000500");
        if (service.equals("remote-evaluation")) {
            settings.put("qifeng.library.url", "http://127.0.0.1:" + ports.get(service) + "/sandbox/expert-library");
            settings.put("qifeng.library.token", secrets.text("expert-library"));
        }
    }

    private String witnesses() {
        return ports.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("witness-"))
                .map(entry -> entry.getKey().substring("witness-".length()) + "@http://127.0.0.1:" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
