package cn.qifeng.kit.document.ofd;

import java.time.Instant;

/**
 * The electronic seal that goes on an OFD document (电子签章), a port: whoever holds the key makes the signature.
 *
 * @param der the seal, SESeal of GB/T 38540
 * @param width of its picture, millimetres
 * @param height of its picture, millimetres
 * @param at when it is sealed
 * @param signer makes the signature
 */
public record OfdSeal(byte[] der, int width, int height, Instant at, Signer signer) {

    public OfdSeal {
        der = der.clone();
    }

    @Override
    public byte[] der() {
        return der.clone();
    }

    /** Makes signatures with the seal. */
    @FunctionalInterface
    public interface Signer {

        /** SES_Signature of GB/T 38540 over the bytes that stand at {@code place} in the package. */
        byte[] sign(byte[] signatureXml, String place);
    }
}
