package cn.qifeng.cli.trustee;

import cn.qifeng.cli.client.ChainHead;
import cn.qifeng.cli.client.OwnFile;
import cn.qifeng.trust.cert.TrusteeSafe;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A trustee's folder (保管人目录): {@code safe.json} with its secrets under the password of its key file, what it saw of each
 * tender's chain, and the evidence that it verified. A secret is on disk before anything that follows from it is sent.
 */
final class SafeFolder {

    private static final String KEY = "key:";
    private static final String NONCE = "nonce:";

    private final Path folder;
    private final char[] password;
    private final SecureRandom random = new SecureRandom();
    private TrusteeSafe safe;

    private SafeFolder(Path folder, char[] password, TrusteeSafe safe) {
        this.folder = folder;
        this.password = password;
        this.safe = safe;
    }

    /** Opens the folder, or makes it. */
    static SafeFolder open(Path folder, char[] password) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("safe.json");
        var safe = Files.exists(file) ? TrusteeSafe.read(Files.readAllBytes(file), password) : TrusteeSafe.empty();
        return new SafeFolder(folder, password, safe);
    }

    /** The key that was made for a ceremony. */
    Optional<BigInteger> key(String ceremony) {
        return safe.find(KEY + ceremony).map(Sm2::privateKey);
    }

    /** The key of that public half, whichever ceremony it was made for. */
    Optional<BigInteger> keyOf(byte[] publicKey) {
        return names(publicKey).stream().findFirst().flatMap(safe::find).map(Sm2::privateKey);
    }

    private List<String> names(byte[] publicKey) {
        return safe.names().stream()
                .filter(name -> name.startsWith(KEY))
                .filter(name -> Arrays.equals(
                        publicKey, Sm2.publicKey(Sm2.privateKey(safe.find(name).orElseThrow()))))
                .toList();
    }

    /** The key of a ceremony, made now when there is none. */
    BigInteger newKey(String ceremony) throws IOException {
        var known = key(ceremony);
        if (known.isPresent()) {
            return known.get();
        }
        var made = Sm2.newPrivateKey(random);
        save(safe.with(KEY + ceremony, Sm2.bytes32(made)));
        return made;
    }

    /** The number of a draw. */
    Optional<byte[]> nonce(String draw) {
        return safe.find(NONCE + draw);
    }

    /** The number of a draw, made now when there is none. */
    byte[] newNonce(String draw, int length) throws IOException {
        var known = nonce(draw);
        if (known.isPresent()) {
            return known.get();
        }
        var made = new byte[length];
        random.nextBytes(made);
        save(safe.with(NONCE + draw, made));
        return made;
    }

    /** Forgets the keys of that public half and the numbers of these draws; gives how many keys there were. */
    int forget(byte[] publicKey, List<String> draws) throws IOException {
        var keys = names(publicKey);
        var less = safe;
        for (var name : keys) {
            less = less.without(name);
        }
        for (var draw : draws) {
            less = less.without(NONCE + draw);
        }
        save(less);
        return keys.size();
    }

    private void save(TrusteeSafe changed) throws IOException {
        OwnFile.write(folder.resolve("safe.json"), changed.write(password, random));
        safe = changed;
    }

    /** Entries of a tender's chain over which this trustee signed, or which it verified. */
    List<ChainHead> seen(String tender) throws IOException {
        var seen = new ArrayList<ChainHead>();
        notes(tender)
                .fields()
                .forEachRemaining(one -> seen.add(new ChainHead(
                        Long.parseLong(one.getKey()), one.getValue().asText())));
        return seen;
    }

    /** Notes one more entry that this trustee saw. */
    void see(String tender, ChainHead head) throws IOException {
        var notes = notes(tender).put(String.valueOf(head.n()), head.hash());
        OwnFile.write(chain(tender), CanonicalJson.encode(notes));
    }

    private ObjectNode notes(String tender) throws IOException {
        return Files.exists(chain(tender))
                ? CanonicalJson.decode(Files.readAllBytes(chain(tender)))
                : CanonicalJson.object();
    }

    private Path chain(String tender) {
        return folder.resolve("chain-" + tender + ".json");
    }

    /** A file of this folder. */
    Path file(String name) {
        return folder.resolve(name);
    }
}
