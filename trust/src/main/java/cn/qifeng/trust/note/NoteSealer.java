package cn.qifeng.trust.note;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.cipher.Sm4Provider;
import cn.qifeng.trust.envelope.Frames;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.share.Shamir;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Seals and opens notes (密封与启封). Whoever has the key of a note rebuilds it byte for byte. */
public final class NoteSealer {

    private final Sm4Provider sm4;
    private final SecureRandom random;

    /** Seals with this cipher and this source of keys. */
    public NoteSealer(Sm4Provider sm4, SecureRandom random) {
        this.sm4 = sm4;
        this.random = random;
    }

    /** Seals {@code content} to all members of the set, under a fresh key. */
    public SealedNote seal(KeySet set, byte[] context, byte[] content) {
        var cek = new byte[NoteKeys.CEK];
        var salt = new byte[NoteKeys.CEK];
        random.nextBytes(cek);
        random.nextBytes(salt);
        return seal(set, context, content, cek, salt);
    }

    /** Seals {@code content} so that whoever knows the {@code seed}, 32 bytes, rebuilds the note without opening it. */
    public SealedNote sealFrom(KeySet set, byte[] context, byte[] content, byte[] seed) {
        var cek = Arrays.copyOf(seed, NoteKeys.CEK);
        return seal(set, context, content, cek, Arrays.copyOfRange(seed, NoteKeys.CEK, 2 * NoteKeys.CEK));
    }

    SealedNote seal(KeySet set, byte[] context, byte[] content, byte[] cek, byte[] salt) {
        if (content.length > SealedNote.CONTENT_MAX) {
            throw TrustRefusal.BAD_NOTE.at("content", content.length + " bytes", "at most " + SealedNote.CONTENT_MAX);
        }
        var keys = new NoteKeys(cek, salt, context);
        var commit = keys.keyCommit();
        var cipher = sm4.seal(keys.contentKey(), Frames.nonce(0, true), context, content, content.length);
        var coefficients = keys.coefficients(set.threshold());
        var shares = set.members().stream()
                .map(member -> {
                    var share = Shamir.share(cek, coefficients, member.x());
                    var plain = Bytes.concat(share, SealedNote.binding(context, commit, member.id()));
                    var wrap = Sm2Wrap.wrap(member.encryptionKey(), plain, keys.scalar(member.id()));
                    return new SealedNote.Share(
                            member.id(), SealedNote.commit(context, commit, member.id(), share), wrap);
                })
                .toList();
        return new SealedNote(set.id(), context, salt, commit, cipher, shares);
    }

    /** One member's share, or empty when its wrap is bad. */
    public Optional<byte[]> share(SealedNote note, String member, BigInteger privateKey) {
        return note.share(member).flatMap(share -> unwrap(note, share, privateKey));
    }

    /** Whether a share agrees with the commitment of its member. */
    public boolean isGood(SealedNote note, String member, byte[] share) {
        return note.share(member)
                .filter(it -> Bytes.same(
                        SealedNote.commit(note.context(), note.keyCommit(), it.member(), share), it.shareCommit()))
                .isPresent();
    }

    /**
     * The content, from shares by certificate id. Refuses with {@code trust/too-few-shares}, or with
     * {@code trust/bad-note} when the note differs from the rebuilt one.
     */
    public byte[] open(SealedNote note, KeySet set, Map<String, byte[]> shares) {
        var good = new TreeMap<Integer, byte[]>();
        for (var member : set.members()) {
            var share = shares.get(member.idHex());
            if (share != null && good.size() < set.threshold() && isGood(note, member.idHex(), share)) {
                good.put(member.x(), share);
            }
        }
        if (good.size() < set.threshold()) {
            throw TrustRefusal.TOO_FEW_SHARES.at("shares", good.size(), set.threshold());
        }
        return open(note, set, Shamir.combine(good));
    }

    private byte[] open(SealedNote note, KeySet set, byte[] cek) {
        var keys = new NoteKeys(cek, note.salt(), note.context());
        byte[] content;
        try {
            content = sm4.open(keys.contentKey(), Frames.nonce(0, true), note.context(), note.cipher());
        } catch (Refused forged) {
            throw TrustRefusal.BAD_NOTE.at("cipher", "tag differs", "a tag that verifies");
        }
        var rebuilt = seal(set, note.context(), content, cek, note.salt());
        if (!Arrays.equals(CanonicalJson.encode(rebuilt.toDoc()), CanonicalJson.encode(note.toDoc()))) {
            throw TrustRefusal.BAD_NOTE.at("note", "differs", "the rebuilt note");
        }
        return content;
    }

    private static Optional<byte[]> unwrap(SealedNote note, SealedNote.Share share, BigInteger privateKey) {
        byte[] plain;
        try {
            plain = Sm2Wrap.unwrap(privateKey, share.wrap());
        } catch (Refused foreign) {
            return Optional.empty();
        }
        var secret = Arrays.copyOf(plain, NoteKeys.CEK);
        var bound = Arrays.copyOfRange(plain, NoteKeys.CEK, NoteKeys.CEK + Sm3.LENGTH);
        boolean here = Bytes.same(bound, SealedNote.binding(note.context(), note.keyCommit(), share.member()));
        var commit = SealedNote.commit(note.context(), note.keyCommit(), share.member(), secret);
        return here && Bytes.same(commit, share.shareCommit()) ? Optional.of(secret) : Optional.empty();
    }
}
