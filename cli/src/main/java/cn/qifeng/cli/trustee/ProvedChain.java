package cn.qifeng.cli.trustee;

import cn.qifeng.auditor.PackageFile;
import cn.qifeng.cli.client.ChainHead;
import cn.qifeng.cli.client.ClientRefusal;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.log.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tender's chain (存证链) out of a package that the auditor has proved. */
final class ProvedChain {

    /** One entry; {@code body} is empty where it is withheld. */
    record Link(ChainHead head, String type, Optional<ObjectNode> body) {

        /** The body of an entry that every cut shows. */
        ObjectNode shown() {
            return body.orElseThrow();
        }

        /** The doc of the statement in it. */
        JsonNode doc() {
            return shown().path("statement").path("doc");
        }
    }

    private final List<Link> links;

    private ProvedChain(List<Link> links) {
        this.links = links;
    }

    static ProvedChain of(PackageFile file) {
        var links = new ArrayList<Link>();
        for (String name : file.under("chain/")) {
            links.add(link(links.size() + 1, file.json(name)));
        }
        return new ProvedChain(links);
    }

    private static Link link(long n, JsonNode node) {
        if (node.has("entry")) {
            var entry = Entry.from(node.path("entry"));
            return new Link(
                    new ChainHead(n, entry.contentHashHex()), entry.head().type(), Optional.of(entry.body()));
        }
        var head = (ObjectNode) node.path("head");
        var hash = Sm3.of(
                Bytes.ascii("QEC1"),
                Sm3.of(CanonicalJson.encode(head)),
                Hex.decode(node.path("bodyHash").asText()));
        return new Link(new ChainHead(n, Hex.encode(hash)), head.path("type").asText(), Optional.empty());
    }

    List<Link> all(String type) {
        return links.stream().filter(link -> link.type().equals(type)).toList();
    }

    Optional<Link> first(String type) {
        return all(type).stream().findFirst();
    }

    /** The newest entry. */
    ChainHead last() {
        return links.get(links.size() - 1).head();
    }

    /** Refuses unless every entry that this client saw before is in this very chain. */
    void requireExtends(List<ChainHead> seen) {
        for (var head : seen) {
            var here = head.n() <= links.size()
                    ? links.get((int) head.n() - 1).head().hash()
                    : "no entry";
            if (!here.equals(head.hash())) {
                throw ClientRefusal.OTHER_CHAIN.at("chain[" + head.n() + "]", here, head.hash());
            }
        }
    }
}
