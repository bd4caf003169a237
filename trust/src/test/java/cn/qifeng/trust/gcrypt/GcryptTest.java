package cn.qifeng.trust.gcrypt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.cipher.Sm4Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SM4 by libgcrypt")
class GcryptTest {

    private static final List<Path> PLACES = List.of(
            Path.of("/lib/x86_64-linux-gnu/libgcrypt.so.20"),
            Path.of("/usr/lib/x86_64-linux-gnu/libgcrypt.so.20"),
            Path.of("/usr/lib/aarch64-linux-gnu/libgcrypt.so.20"));

    @Test
    void isUsedWhereTheSystemHasIt() {
        boolean there = PLACES.stream().anyMatch(Files::exists);

        assertThat(Gcrypt.library().isPresent()).as(Gcrypt.state()).isEqualTo(there);
        assertThat(Gcrypt.state()).startsWith(there ? "libgcrypt 1." : "BouncyCastle, because");
    }

    @Test
    void givesTheSameFramesAndHashesAsBouncyCastle() {
        assertThat(Gcrypt.agrees(Gcrypt.fastest(), new Sm4Gcm())).isTrue();
        assertThat(Gcrypt.agrees(new Sm4Gcm(), Gcrypt.fastest())).isTrue();
    }

    @Test
    void isNotUsedWhenItsTagsDiffer() {
        assertThat(Gcrypt.agrees(
                        new Altered() {
                            @Override
                            public byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plain, int length) {
                                var frame = super.seal(key, nonce, aad, plain, length);
                                frame[frame.length - 1] ^= 1;
                                return frame;
                            }
                        },
                        new Sm4Gcm()))
                .isFalse();
    }

    @Test
    void isNotUsedWhenItsHashesDiffer() {
        assertThat(Gcrypt.agrees(
                        new Altered() {
                            @Override
                            public byte[] sm3(byte[] frame) {
                                return super.sm3(new byte[0]);
                            }
                        },
                        new Sm4Gcm()))
                .isFalse();
    }

    @Test
    void isNotUsedWhenItOpensWhatWasChanged() {
        assertThat(Gcrypt.agrees(
                        new Altered() {
                            @Override
                            public byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] frame) {
                                try {
                                    return super.open(key, nonce, aad, frame);
                                } catch (RuntimeException forged) {
                                    return new byte[frame.length - TAG];
                                }
                            }
                        },
                        new Sm4Gcm()))
                .isFalse();
    }

    /** A provider that works, for the tests above to spoil in one place. */
    private static class Altered implements Sm4Provider {

        private final Sm4Gcm good = new Sm4Gcm();

        @Override
        public byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plain, int length) {
            return good.seal(key, nonce, aad, plain, length);
        }

        @Override
        public byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] frame) {
            return good.open(key, nonce, aad, frame);
        }
    }
}
