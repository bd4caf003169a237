package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a session asks of trading-core while it runs (交易核心). Calls are idempotent and may be repeated. */
public interface TradingCore {

    /** Asks for a key set of these members. */
    void requestKeySet(UUID id, TenderId tender, SessionId owner, int threshold, List<Trustee> members);

    /** The key set, once every member made its offer. */
    Optional<CompleteKeySet> keySet(UUID id);

    /** Indexes into the pool, in the order of the pick, once the draw has a result. */
    Optional<List<Integer>> picked(UUID draw);

    /** An opened file of a bid, decrypted on the way; it may be larger than memory, and the caller closes it. */
    FileStream file(LotId lot, String bidId, int n);

    /** A part of an opened file; nothing when it begins behind the end of the file. */
    Optional<FileStream> part(LotId lot, String bidId, int n, ByteRange wanted);

    /** The published bill of quantities (工程量清单) of a tender, whose hash is the published one. */
    byte[] tenderBill(TenderId tender);

    /**
     * Bytes as they come.
     *
     * @param length how many there are (−1: unknown)
     * @param range of a part: where it lies in how long a file, as a header {@code Content-Range}
     */
    record FileStream(long length, Optional<String> range, InputStream bytes) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** Unified social credit code of a person's organisation; empty for somebody without one. */
    Optional<String> usccOf(String person);

    /** An official document with the platform's seal in its places. */
    byte[] seal(byte[] pdf);

    /** The same document as OFD under the platform's electronic seal; empty when the platform has no such seal. */
    Optional<byte[]> ofd(byte[] pdf);

    /** Keeps a document that an entry names by hash. */
    void keepDocument(TenderId tender, String sm3, byte[] bytes);

    /** A complete key set: its set id and its canonical JSON. */
    record CompleteKeySet(String set, String json) {}
}
