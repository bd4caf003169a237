package cn.qifeng.trust.stamp;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.TrustRefusal;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * One question to a time-stamp authority (时间戳请求, RFC 3161 section 2.4.1): an SM3 imprint, a new nonce, and the wish for
 * the authority's certificate. An answer counts only for the very question that was asked.
 */
public final class TimeStampQuery {

    private static final int NONCE_BITS = 127;

    private final TimeStampRequest request;

    private TimeStampQuery(TimeStampRequest request) {
        this.request = request;
    }

    /** A question about an SM3 value. */
    public static TimeStampQuery over(byte[] sm3, SecureRandom random) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        var nonce = new BigInteger(NONCE_BITS, random).setBit(NONCE_BITS - 1);
        return new TimeStampQuery(generator.generate(GMObjectIdentifiers.sm3, sm3, nonce));
    }

    /** DER of TimeStampReq, sent as {@code application/timestamp-query}. */
    public byte[] encode() {
        try {
            return request.getEncoded();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    /**
     * The token (DER) in an answer (DER of TimeStampResp); refuses with {@code trust/bad-stamp} an answer that grants
     * nothing, repeats another nonce or stamps another imprint. Who signed it is for {@link TimeStamps} to verify.
     */
    public byte[] tokenIn(byte[] reply) {
        if (reply.length > TimeStamps.SIZE_MAX) {
            throw refusal(reply.length + " bytes", "at most " + TimeStamps.SIZE_MAX);
        }
        try {
            var response = new TimeStampResponse(reply);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw refusal("status " + response.getStatus(), "granted");
            }
            return response.getTimeStampToken().getEncoded("DER");
        } catch (Refused reason) {
            throw reason;
        } catch (TSPException other) {
            throw refusal(String.valueOf(other.getMessage()), "an answer to this question");
        } catch (IOException | RuntimeException | StackOverflowError other) {
            throw refusal("other bytes", "DER of TimeStampResp");
        }
    }

    private static Refused refusal(String seen, String expected) {
        return TrustRefusal.BAD_STAMP.at("reply", seen, expected);
    }
}
