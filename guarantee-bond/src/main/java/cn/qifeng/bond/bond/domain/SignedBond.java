package cn.qifeng.bond.bond.domain;

import java.util.Objects;

/**
 * The electronic bond (电子保函) as the issuer signed it.
 *
 * @param bondNo number at the issuer
 * @param doc canonical JSON of the document {@code electronic-bond}
 * @param sig QS1 signature of the issuer over it, base64
 * @param sm3 SM3 of the canonical JSON, hex
 */
public record SignedBond(String bondNo, String doc, String sig, String sm3) {

    public SignedBond {
        Objects.requireNonNull(bondNo, "bondNo");
        Objects.requireNonNull(doc, "doc");
        Objects.requireNonNull(sig, "sig");
        Objects.requireNonNull(sm3, "sm3");
    }
}
