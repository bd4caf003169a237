package cn.qifeng.launcher;

import cn.qifeng.trust.secret.InvitationCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code qifeng first-administrators}: makes the invitation codes of the first three administrators of a production
 * platform. The codes are shown once and kept nowhere; the settings that the service needs hold names and hashes.
 */
@Command(
        name = "first-administrators",
        description = "Make the invitation codes of the first three administrators of a production platform")
public final class FirstAdministratorsCommand implements Callable<Integer> {

    @Option(names = "--system-admin", required = true, paramLabel = "NAME", description = "system administrator 系统管理员")
    private String system;

    @Option(
            names = "--security-admin",
            required = true,
            paramLabel = "NAME",
            description = "security administrator 安全管理员")
    private String security;

    @Option(names = "--audit-admin", required = true, paramLabel = "NAME", description = "audit administrator 审计管理员")
    private String audit;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "file for the settings of trading-core")
    private Path out;

    @Spec
    private CommandSpec spec;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Integer call() throws IOException {
        var names = new LinkedHashMap<String, String>();
        names.put("system-admin", system.strip());
        names.put("security-admin", security.strip());
        names.put("audit-admin", audit.strip());
        if (names.containsValue("") || Set.copyOf(names.values()).size() < names.size()) {
            throw new ParameterException(
                    spec.commandLine(), "Three different persons are needed (三员分立): nobody is two of them.");
        }
        var settings = new StringBuilder();
        var shown = new StringBuilder("邀请码只显示这一次，请分别当面交给本人。 Shown once; hand each to its person.\n\n");
        for (Map.Entry<String, String> one : names.entrySet()) {
            invite(one.getKey(), one.getValue(), settings, shown);
        }
        Files.writeString(out, settings, StandardCharsets.UTF_8);
        spec.commandLine()
                .getOut()
                .println(shown + "设置（只含哈希） settings, hashes only: " + out
                        + "\n本人在 /app/#/invitation 启用，七日内有效。 Each accepts at /app/#/invitation within seven days.");
        return 0;
    }

    private void invite(String role, String name, StringBuilder settings, StringBuilder shown) {
        String first = InvitationCode.newHalf(random);
        String second = InvitationCode.newHalf(random);
        String prefix = "qifeng.first-administrators." + role + ".";
        settings.append(prefix).append("name=").append(name).append('\n');
        settings.append(prefix)
                .append("first-sm3=")
                .append(InvitationCode.hash(first))
                .append('\n');
        settings.append(prefix)
                .append("second-sm3=")
                .append(InvitationCode.hash(second))
                .append('\n');
        shown.append("%-15s%s%n  账号 account  %s%n  前半 first    %s%n  后半 second   %s%n%n"
                .formatted(role, name, role, first, second));
    }
}
