package cn.qifeng.trading.bidding.domain;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.Uscc;

/**
 * A bidder (投标人) that the centre verified, with the certificate that is bound to the caller.
 *
 * @param certificateId SM3 of the certificate, hex
 */
public record Bidder(PartyId party, String name, Uscc uscc, String certificateId) {}
