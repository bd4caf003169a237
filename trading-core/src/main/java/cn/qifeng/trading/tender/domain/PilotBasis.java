package cn.qifeng.trading.tender.domain;

/**
 * The document that allows separated award (评定分离试点依据), because 实施条例 §53 and §55 ask for ranked candidates.
 *
 * @param documentNo number of the document
 * @param issuer who issued it
 * @param scope what it covers
 * @param example true when it is made up for a demonstration
 */
public record PilotBasis(String documentNo, String issuer, String scope, boolean example) {}
