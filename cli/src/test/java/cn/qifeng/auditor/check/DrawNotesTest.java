package cn.qifeng.auditor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.auditor.Broken;
import cn.qifeng.cli.Site;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.note.NoteSealer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Notes of draws in a package 存证包中的抽取密封件")
class DrawNotesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Site SITE = new Site();
    private static final NoteSealer SEALER = new NoteSealer(new Sm4Gcm(), RANDOM);
    private static final byte[] CONTEXT = bytes();
    private static final byte[] NONCE = bytes();

    @Test
    void areThoseThatTheirNoncesGive() {
        assertThat(found(note(NONCE, NONCE))).isNull();
    }

    @Test
    void differWhereSomethingElseWasSealed() {
        var expected = "not-the-note-that-its-nonce-gives";
        assertThat(found(note(bytes(), NONCE))).isEqualTo(expected);
        assertThat(found(note(NONCE, bytes()))).isEqualTo(expected);
        assertThat(found(SEALER.seal(SITE.keySet, CONTEXT, NONCE).toDoc())).isEqualTo(expected);
        assertThat(found(altered(it -> it.put("salt", "ab".repeat(16))))).isEqualTo(expected);
        assertThat(found(altered(it -> it.put("v", 2)))).isEqualTo(expected);
    }

    @Test
    void differWhereAShareOpensNothing() {
        var expected = "not-the-note-that-its-nonce-gives";
        assertThat(found(altered(it -> share(it).put("shareCommit", "ab".repeat(32)))))
                .isEqualTo(expected);
        assertThat(found(altered(it -> share(it).put("wrap", Base64.getEncoder().encodeToString(bytes())))))
                .isEqualTo(expected);
        assertThat(found(altered(it -> it.withArray("shares").remove(2)))).isEqualTo(expected);
    }

    private static ObjectNode share(ObjectNode note) {
        return (ObjectNode) note.at("/shares/2");
    }

    private static ObjectNode altered(Consumer<ObjectNode> change) {
        var note = note(NONCE, NONCE);
        change.accept(note);
        return note;
    }

    private static ObjectNode note(byte[] content, byte[] nonce) {
        return SEALER.sealFrom(SITE.keySet, CONTEXT, content, Draw.noteSeed(CONTEXT, nonce))
                .toDoc();
    }

    private static String found(ObjectNode note) {
        var broken = catchThrowableOfType(
                Broken.class, () -> DrawNotes.check(note, SITE.keySet.toDoc(), NONCE, "chain/000007.json"));
        return broken == null ? null : broken.code();
    }

    private static byte[] bytes() {
        var bytes = new byte[Draw.NONCE];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
