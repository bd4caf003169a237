package cn.qifeng.trading.log.domain;

import java.security.cert.X509Certificate;
import java.util.List;

/** Port to time-stamp authorities outside the platform (外部时间戳机构). */
public interface OutsideAuthorities {

    /** Names in the order of the configuration. */
    List<String> names();

    /** The certificates under which this authority may stamp; the operator has put them there. */
    List<X509Certificate> certificates(String authority);

    /** Its answer (DER of TimeStampResp) to a question; throws {@link Silent} when it gives none in time. */
    byte[] ask(String authority, byte[] query);

    /** An authority does not answer, or with something else than a time-stamp reply. */
    final class Silent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Silent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
