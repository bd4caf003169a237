package cn.qifeng.trading.opening;

import cn.qifeng.trust.envelope.BidCore;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.TrusteeWrap;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.sign.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** One thing that is wrong with an envelope (封套缺陷), and the code by which the platform says so without any key. */
enum Flaw {
    NOT_DER("envelope/malformed") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return new Sent(new byte[] {1, 2, 3}, bid.sealed().signature());
        }
    },
    A_BYTE_TOO_MANY("envelope/malformed") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return new Sent(
                    Bytes.concat(bid.sealed().headerDer(), new byte[1]),
                    bid.sealed().signature());
        }
    },
    CUT_SHORT("envelope/malformed") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return new Sent(half(bid.sealed().headerDer()), bid.sealed().signature());
        }
    },
    A_PLAIN_PDF("envelope/not-encrypted") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return new Sent(
                    "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII),
                    bid.sealed().signature());
        }
    },
    SIGNATURE_CUT_SHORT("envelope/bad-signature") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return new Sent(bid.sealed().headerDer(), half(bid.sealed().signature()));
        }
    },
    SIGNATURE_OVER_OTHER_BYTES("envelope/bad-signature") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return new Sent(bid.sealed().headerDer(), bidder.sign(new byte[] {1}));
        }
    },
    BIDDER_OF_ANOTHER_CERTIFICATE("envelope/foreign-bidder") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            var core = bid.sealed().header().core();
            return signed(bid, bidder, with(core, core.tenderCtx(), 1, core.trusteeSet(), new byte[32], 1));
        }
    },
    CONTEXT_OF_ANOTHER_LOT("envelope/foreign-tender") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            var core = bid.sealed().header().core();
            return signed(bid, bidder, with(core, new byte[32], 1, core.trusteeSet(), core.bidder(), 1));
        }
    },
    DOCUMENT_NOBODY_PUBLISHED("envelope/unknown-document") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            var core = bid.sealed().header().core();
            return signed(bid, bidder, with(core, core.tenderCtx(), 2, core.trusteeSet(), core.bidder(), 1));
        }
    },
    SET_OF_OTHER_TRUSTEES("envelope/foreign-trustees") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            var core = bid.sealed().header().core();
            return signed(bid, bidder, with(core, core.tenderCtx(), 1, new byte[32], core.bidder(), 1));
        }
    },
    A_RECIPIENT_MISSING("envelope/foreign-trustees") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return signed(bid, bidder, recipients -> recipients.subList(1, recipients.size()));
        }
    },
    NO_RECIPIENT("envelope/foreign-trustees") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return signed(bid, bidder, recipients -> List.of());
        }
    },
    A_RECIPIENT_TOO_MANY("envelope/foreign-trustees") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return signed(bid, bidder, recipients -> {
                var more = new ArrayList<>(recipients);
                more.add(stranger(recipients.get(0)));
                return more;
            });
        }
    },
    ANOTHER_RECIPIENT("envelope/foreign-trustees") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return signed(bid, bidder, recipients -> {
                var changed = new ArrayList<>(recipients);
                changed.set(1, stranger(recipients.get(1)));
                return changed;
            });
        }
    },
    RECIPIENTS_IN_ANOTHER_ORDER("envelope/foreign-trustees") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            return signed(bid, bidder, recipients -> {
                var swapped = new ArrayList<>(recipients);
                Collections.swap(swapped, 0, 1);
                return swapped;
            });
        }
    },
    A_NUMBER_SKIPPED("envelope/wrong-sequence") {
        @Override
        Sent of(TestBid bid, SigningKey bidder) {
            var core = bid.sealed().header().core();
            return signed(bid, bidder, with(core, core.tenderCtx(), 1, core.trusteeSet(), core.bidder(), 2));
        }
    };

    private final String code;

    Flaw(String code) {
        this.code = code;
    }

    /** Header and signature as they are sent. */
    record Sent(byte[] header, byte[] signature) {}

    /** The good envelope with this flaw. */
    abstract Sent of(TestBid bid, SigningKey bidder);

    String code() {
        return code;
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static BidCore with(
            BidCore core, byte[] tenderCtx, int docVersion, byte[] trusteeSet, byte[] bidder, int seq) {
        var prev = seq == 1 ? null : new byte[32];
        return new BidCore(
                tenderCtx, docVersion, trusteeSet, bidder, core.bidId(), seq, prev, core.salt(), core.keyCommit());
    }

    private static Sent signed(TestBid bid, SigningKey bidder, BidCore core) {
        var header = bid.sealed().header();
        return signed(bidder, new BidHeader(core, header.files(), header.self(), header.trustees()));
    }

    private static Sent signed(TestBid bid, SigningKey bidder, UnaryOperator<List<TrusteeWrap>> recipients) {
        var header = bid.sealed().header();
        return signed(
                bidder,
                new BidHeader(header.core(), header.files(), header.self(), recipients.apply(header.trustees())));
    }

    private static Sent signed(SigningKey bidder, BidHeader header) {
        return new Sent(header.encode(), bidder.sign(header.encode()));
    }

    private static TrusteeWrap stranger(TrusteeWrap like) {
        return new TrusteeWrap(new byte[32], like.shareCommit(), like.wrap());
    }
}
