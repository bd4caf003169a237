package cn.qifeng.trading.log.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Port to the witnesses (见证人): separate processes, each with its own key and its own memory of the last head. */
public interface Witnesses {

    /** Names in the order of the configuration. */
    List<String> names();

    /** Who a witness says it is; throws {@link Unreachable}. */
    Identity identity(String witness);

    /** Gives a witness the certificate for its key; it takes only its first one. */
    void certify(String witness, String certificate);

    /** The witness's signature on the trust file, base64. */
    String signTrustFile(String witness, ObjectNode trustFile);

    /** Asks for a signature on a head; throws {@link Elsewhere} when the proof starts at another size than it signed. */
    WitnessSignature sign(String witness, SignedHead head, long from, List<byte[]> consistency);

    /**
     * What a witness says about itself.
     *
     * @param publicKey SM2 point, hex
     * @param proof SM2 signature of the canonical {@code witness-identity} doc by that key, hex
     * @param certificate base64 DER, or {@code null} before it has one
     */
    record Identity(String witness, String publicKey, String proof, String certificate) {}

    /** A witness does not answer, or refuses. */
    final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A witness's last head has another size than the proof started from. */
    final class Elsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long size;

        public Elsewhere(long size) {
            super("witness is at " + size);
            this.size = size;
        }

        /** Size of the last head that it signed; 0 for none. */
        public long size() {
            return size;
        }
    }
}
