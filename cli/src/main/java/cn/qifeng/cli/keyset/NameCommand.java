package cn.qifeng.cli.keyset;

import cn.qifeng.cli.client.PersonOptions;
import cn.qifeng.cli.seal.Refusals;
import cn.qifeng.trust.json.CanonicalJson;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qifeng key-set name}: opens a key ceremony (密钥仪式) for the trustees that are named. */
@Command(
        name = "name",
        description = "Name the trustees, who then make their keys. Exit 0 done, 1 refused",
        mixinStandardHelpOptions = true)
final class NameCommand implements Callable<Integer> {

    @Mixin
    private PersonOptions person;

    @Option(names = "--tender", required = true, description = "the tender's id")
    private String tender;

    @Option(names = "--members", required = true, split = ",", description = "accounts of the trustees")
    private List<String> members;

    @Option(names = "--threshold", required = true, description = "how many of them open, at least 2")
    private int threshold;

    @Override
    public Integer call() throws IOException {
        return Refusals.told(this::run);
    }

    private int run() throws IOException {
        var named = CanonicalJson.object().put("threshold", threshold);
        members.forEach(named.withArray("members")::add);
        var opened = person.logIn().api().post("/api/core/tenders/" + tender + "/key-set", named);
        System.out.println("Ceremony 密钥仪式: " + opened.path("id").asText() + ". Each trustee makes its key now"
                + " 请各保管人制作密钥: qifeng trustee keys");
        return 0;
    }
}
